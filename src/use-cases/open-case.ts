import { type Case } from '../domain/case';
import { type CaseCode } from '../domain/code';
import { type Revealed } from '../domain/content';
import { type Holding } from '../domain/groups';
import { type ActionId, type CaseId } from '../domain/ids';
import { nextMeetingDay } from '../domain/meeting';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { judge } from '../policy/may';
import { visible } from '../policy/visible';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type FoundItem, itemOf } from './item-of';
import { looked } from './lookup';
import { ownDetails, type OwnDetail } from './own-details';
import { refuse } from './perform';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

/** A case as this reader may see it now. */
export type OpenedCase = {
  readonly kase: Case;
  readonly seen: Revealed;
  /** When the group meets next. */
  readonly nextOn: LocalDate;
  /** The meeting whose agenda it stands on, with its item there. */
  readonly found?: FoundItem;
  /** An earlier case of the same person in the same agency; told to the coordinator only. */
  readonly linked?: CaseCode;
  /** What the reader's own tasks are about, as far as they may read it. */
  readonly details: ReadonlyMap<ActionId, string>;
};

const linkOf = async (
  world: World,
  { by, within }: Asked,
  { linkedTo }: Case,
): Promise<{ readonly linked?: CaseCode }> => {
  if (linkedTo === undefined || !by.person.roles.includes('coordinator')) return {};
  const other = await world.cases.load(linkedTo, within);
  return other === undefined ? {} : { linked: other.kase.code };
};

const itemIn = async (
  world: World,
  { within }: Asked,
  kase: Case,
): Promise<{ readonly found?: FoundItem }> => {
  if (kase.meetingId === undefined) return {};
  const found = await itemOf(world, { caseId: kase.id, meetingId: kase.meetingId }, within);
  return found === undefined ? {} : { found };
};

type Showing = { readonly holdings: readonly Holding[]; readonly own: readonly OwnDetail[] };

const opened = async (world: World, asked: Asked, { file, holdings, own }: Showing & { file: CaseFile }) => {
  const details = own.map(
    async ({ id, file: action }) => [id, await world.cases.detailOf(action, asked.within)] as const,
  );
  const read = (await Promise.all(details)).flatMap(([id, text]) =>
    text === undefined ? [] : [[id, text] as const],
  );
  return {
    kase: file.kase,
    seen: await world.cases.reveal(file, holdings, asked.within),
    nextOn: nextMeetingDay(world.programme, todayOf(world, asked), world.calendar),
    details: new Map(read),
    ...(await itemIn(world, asked, file.kase)),
    ...(await linkOf(world, asked, file.kase)),
  };
};

/** Shows what `visible` gives, after the event of showing it is stored; the same refusal for none and for not yours. */
export const openCase =
  (world: World) =>
  async (asked: Asked & { readonly caseId: CaseId }): Promise<Result<OpenedCase, Refusal>> => {
    const { caseId, by, within } = asked;
    const what = { operation: 'open-case', subject: caseId, caseId };
    const file = await world.cases.load(caseId, within);
    const ruling = file && judge(by.person, { about: 'case', ask: 'open-case', kase: file.kase });
    if (file === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const holdings = visible(by.person, file.kase, todayOf(world, asked));
    const own = await ownDetails(world, asked, file.kase);
    const disclosed = [...holdings, ...own.map(({ holding }) => holding)];
    await looked(world, asked, { ...what, disclosed, rule: ruling.rule });
    return ok(await opened(world, asked, { file, holdings, own }));
  };
