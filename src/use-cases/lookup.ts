import { underConsent } from '../audit/under-consent';
import { type Holding } from '../domain/groups';
import { type CaseId, lookCommandId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { type Errand } from '../domain/outbox';
import { judge, type Question } from '../policy/may';
import { type RoleOperation } from '../policy/operations';
import { err, ok, type Result } from '../result';
import { type Asked, entriesFor, factOf } from './asked';
import { refuse } from './perform';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

type Looked = {
  readonly operation: string;
  readonly subject: string;
  readonly caseId?: CaseId;
  readonly disclosed?: readonly Holding[];
  readonly consent?: number;
  readonly errands?: readonly Errand[];
};

/** A change that was pressed before is not done again; what is shown because of it is shown again, and is told. */
const lookingAs = ({ derive }: World, asked: Asked, operation: string): Asked =>
  asked.turn === undefined || asked.turn === asked.commandId
    ? asked
    : { ...asked, commandId: lookCommandId(derive, asked.turn, operation) };

/** No audit, no content: the read event is stored before anything is shown (design.md §2). */
export const looked = async (
  world: World,
  asked: Asked,
  { errands = [], ...what }: Looked & { readonly rule: string },
): Promise<void> => {
  const look = lookingAs(world, asked, what.operation);
  const fact = factOf(look, what, { allowed: true, rule: what.rule });
  const outbox = entriesFor(world, look, errands);
  await world.people.recordLookup({ by: asked.by, fact, outbox }, asked.within);
};

/** A list that a role may see: asked, and stored, before it is made. */
export const lookUp = async <Answer>(
  world: World,
  asked: Asked,
  {
    ask,
    operation = ask,
    answer,
  }: {
    readonly ask: RoleOperation;
    /** What the event calls it, where that is not the rule it is seen by. */
    readonly operation?: string;
    readonly answer: () => Promise<Answer>;
  },
): Promise<Result<Answer, Refusal>> => {
  const ruling = judge(asked.by.person, { about: 'role', ask });
  const what = { operation, subject: asked.by.person.id };
  if (!ruling.allowed) {
    await refuse(world, asked, what);
    return err(NOT_AVAILABLE);
  }
  await looked(world, asked, { ...what, rule: ruling.rule });
  return ok(await answer());
};

type Sight<Answer> = {
  readonly operation: string;
  readonly caseId: CaseId;
  /** The code it was asked by: where it is refused, that is all that may be told of it. */
  readonly typed?: string;
  readonly question: (file: CaseFile) => Question;
  /** What will be shown of what is sealed. */
  readonly shows: (file: CaseFile) => readonly Holding[];
  readonly errands?: (file: CaseFile) => readonly Errand[];
  readonly answer: (file: CaseFile, shows: readonly Holding[]) => Promise<Answer>;
};

/** One look at one case: the same refusal, at the same cost, whether there is none or it is not yours. */
export const lookAtCase = async <Answer>(
  world: World,
  asked: Asked,
  sight: Sight<Answer>,
): Promise<Result<Answer, Refusal>> => {
  const { operation, caseId } = sight;
  const file = await world.cases.load(caseId, asked.within);
  const ruling = file === undefined ? undefined : judge(asked.by.person, sight.question(file));
  if (file === undefined || ruling?.allowed !== true) {
    await refuse(world, asked, { operation, subject: sight.typed ?? caseId, caseId });
    return err(NOT_AVAILABLE);
  }
  const disclosed = sight.shows(file);
  const errands = sight.errands?.(file) ?? [];
  const what = { operation, subject: caseId, caseId, ...underConsent(file.kase) };
  await looked(world, asked, { ...what, disclosed, errands, rule: ruling.rule });
  return ok(await sight.answer(file, disclosed));
};
