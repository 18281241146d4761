import { isDisqualified } from '../domain/disqualification';
import { type CaseId, type CommandId, lookCommandId, type OutboxId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, factOf } from './asked';
import { refuse, REFUSED } from './perform';
import { type OutboxFile } from './ports/outbox';
import { type World } from './world';

const OPERATION = 'retry-message';
type OfEntry = Asked & { readonly entryId: OutboxId };

const aboutCase = (errand: Errand): { readonly caseId?: CaseId } =>
  'caseId' in errand ? { caseId: errand.caseId } : {};

/** A letter tells of its case as much as the case does: whoever is disqualified there does not move it. */
const rulingOn = async (world: World, { by, within }: Asked, { entry }: OutboxFile): Promise<Ruling> => {
  const { caseId } = aboutCase(entry.errand);
  const file = caseId === undefined ? undefined : await world.cases.load(caseId, within);
  if (file !== undefined && isDisqualified(file.kase, by.person.id)) return REFUSED;
  return judge(by.person, { about: 'role', ask: 'retry-message' });
};

/** Under which this press is known, however often it comes; a refusal of it has another id. */
const knownAs = ({ derive }: World, { commandId }: Asked): CommandId =>
  lookCommandId(derive, commandId, OPERATION);

type Pressed = { readonly asked: OfEntry; readonly before: boolean };
const gone = async (world: World, { asked, before }: Pressed): Promise<Result<undefined, Refusal>> => {
  if (before) return ok(undefined);
  await refuse(world, asked, { operation: OPERATION, subject: asked.entryId });
  return err(NOT_AVAILABLE);
};

type Allowed = Pressed & { readonly file: OutboxFile; readonly ruling: Ruling };
/** The event first: cut off after it, the same press does the rest, under an event of its own. */
const moved = async (world: World, { asked, before, file, ruling }: Allowed): Promise<void> => {
  const known = knownAs(world, asked);
  const commandId = before ? lookCommandId(world.derive, known, file.version) : known;
  const what = { operation: OPERATION, subject: asked.entryId, ...aboutCase(file.entry.errand) };
  const fact = factOf({ ...asked, commandId }, what, ruling);
  await world.people.recordLookup({ by: asked.by, fact }, asked.within);
  await world.outbox.retry(file, asked.at, asked.within);
};

/**
 * A dead letter is due again; whether it is still true is asked anew before it is sent. Whoever else was first has
 * done the same.
 */
export const retryMessage =
  (world: World) =>
  async (asked: OfEntry): Promise<Result<undefined, Refusal>> => {
    const { entryId, by, within } = asked;
    const before = await world.people.known(by.person.id, knownAs(world, asked), within);
    const file = await world.outbox.deadLetter(entryId, within);
    const ruling = file === undefined ? REFUSED : await rulingOn(world, asked, file);
    if (file === undefined || !ruling.allowed) return gone(world, { asked, before });
    await moved(world, { asked, before, file, ruling });
    return ok(undefined);
  };
