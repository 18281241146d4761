import { underConsent } from '../audit/under-consent';
import { type Case } from '../domain/case';
import { type Decision } from '../domain/decision';
import { type DecisionWords } from '../domain/decision-words';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { mayReadRationale } from '../policy/visible-decisions';
import { mayReadEnd } from '../policy/visible-process';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { looked } from './lookup';
import { refuse } from './perform';
import { type ItemFile } from './ports/cases';
import { type World } from './world';

/** What the group decided, with its words where the reader may read them and they are still there. */
type ShownDecision = { readonly decision: Decision; readonly words?: DecisionWords };
export type OpenedDecisions = {
  readonly kase: Case;
  /** Newest first. */
  readonly decisions: readonly ShownDecision[];
  /** Where the ones before these begin, where there are any. */
  readonly older?: number;
};

const OPENING = 'open-decisions';
/** As many as one card holds. */
const AT_ONCE = 4;

type Decided = ItemFile & { readonly decision: Decision };

/** The case's items that a decision was made on, the newest first. */
const decidedItems = async (
  { cases }: World,
  { within }: Asked,
  caseId: CaseId,
): Promise<readonly Decided[]> => {
  const items = (await cases.itemsOfCase(caseId, within)).filter(({ decision }) => decision !== undefined);
  const files = await Promise.all(items.map(({ meetingId }) => cases.item(caseId, meetingId, within)));
  return files
    .flatMap(file => (file?.item.decision === undefined ? [] : [{ ...file, decision: file.item.decision }]))
    .toSorted((one, other) => other.decision.recordedAt.localeCompare(one.decision.recordedAt));
};

const holdingsIn = (files: readonly Decided[]): readonly Holding[] =>
  files
    .flatMap(({ rationale }) => rationale ?? [])
    .map(({ origin, section }) => ({ origin, section }))
    .filter((one, place, all) => all.findIndex(other => sameHolding(one, other)) === place);

const shownWith = async (
  { cases }: World,
  { within }: Asked,
  files: readonly Decided[],
): Promise<readonly ShownDecision[]> =>
  Promise.all(
    files.map(async file => {
      const words = await cases.rationaleOf(file, within);
      return { decision: file.decision, ...(words === undefined ? {} : { words }) };
    }),
  );

type Opening = Asked & { readonly caseId: CaseId; readonly from?: number };

/** Of a withdrawal who only sits in the group learns no more than that it is over. */
const toShow = async (world: World, asked: Opening, kase: Case): Promise<readonly Decided[]> =>
  mayReadEnd(asked.by.person, kase) ? decidedItems(world, asked, kase.id) : [];

type Sight = { readonly kase: Case; readonly rule: string };

const shownTo = async (world: World, asked: Opening, { kase, rule }: Sight): Promise<OpenedDecisions> => {
  const { caseId, from = 0, by } = asked;
  const all = await toShow(world, asked, kase);
  const page = all.slice(from, from + AT_ONCE);
  const mayRead = mayReadRationale(by.person, kase, todayOf(world, asked));
  const disclosed = mayRead ? holdingsIn(page) : [];
  const what = { operation: OPENING, subject: caseId, caseId, ...underConsent(kase) };
  await looked(world, asked, { ...what, disclosed, rule });
  const decisions = mayRead
    ? await shownWith(world, asked, page)
    : page.map(({ decision }) => ({ decision }));
  const older = from + AT_ONCE;
  return { kase, decisions, ...(older < all.length ? { older } : {}) };
};

/** Every decision of a case over its meetings; what they say in words only after the event of showing it is stored. */
export const openDecisions =
  (world: World) =>
  async (asked: Opening): Promise<Result<OpenedDecisions, Refusal>> => {
    const { caseId, by, within } = asked;
    const kase = (await world.cases.load(caseId, within))?.kase;
    const ruling = kase && judge(by.person, { about: 'case', ask: 'open-item', kase });
    if (kase !== undefined && ruling?.allowed === true)
      return ok(await shownTo(world, asked, { kase, rule: ruling.rule }));
    await refuse(world, asked, { operation: OPENING, subject: caseId, caseId });
    return err(NOT_AVAILABLE);
  };
