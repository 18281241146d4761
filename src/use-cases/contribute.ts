import { checkContribution, type ContributionProblem, type ContributionValues } from '../domain/contribution';
import { type CaseId, type MeetingId, partCommandId, type SeatId } from '../domain/ids';
import { type Seat } from '../domain/people';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { isSealBroken } from './broken-seal';
import { changeCaseBeside } from './change-case';
import { seatsOf } from './contribution-round';
import { itemOf } from './item-of';
import { REFUSED, refuse } from './perform';
import { type Giving, isGoingOut, isSaidAlready, type Lying, planContribution } from './plan-contribution';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

export type TypedFor = ContributionValues & { readonly caseId: CaseId };
type Contributing = Asked & {
  readonly meetingId: MeetingId;
  readonly seat: SeatId;
  readonly answers: readonly TypedFor[];
};
/** What became of one case's answer; without a problem it is saved. */
export type Answered = {
  readonly caseId: CaseId;
  readonly problem?: ContributionProblem | 'not-covered' | 'not-available' | 'not-saved';
};

const lyingFor = async (world: World, giving: Giving): Promise<Lying> => {
  const { caseId, meetingId, seat, within } = giving;
  const [found, before] = await Promise.all([
    itemOf(world, giving, within),
    world.cases.contribution({ caseId, meetingId, seat: seat.id }, within),
  ]);
  return { found, before };
};

const rulingFor = ({ by, seat }: Giving, { kase }: Pick<CaseFile, 'kase'>, { found }: Lying): Ruling => {
  if (found === undefined) return REFUSED;
  const { file, meeting } = found;
  return judge(by.person, { about: 'item', ask: 'contribute', kase, item: file.item, meeting, seat });
};

/** What lies there already is not written again; a new answer, or one that may not be given, goes its way. */
const isThere = async (world: World, giving: Giving): Promise<boolean> => {
  const [lying, file] = await Promise.all([
    lyingFor(world, giving),
    world.cases.load(giving.caseId, giving.within),
  ]);
  if (file === undefined || !rulingFor(giving, file, lying).allowed) return false;
  if (isGoingOut(giving, file.kase)) return false;
  return isSaidAlready(world, giving, lying.before);
};

const refusedAs = ({ given }: Giving, { kind }: Refusal): Answered['problem'] => {
  if (kind === 'not-available') return 'not-available';
  if (kind === 'try-again') return 'not-saved';
  return given.answer === 'unknown-here' ? 'not-covered' : 'not-available';
};

/** One batch in one case's partition: the answer, the item, the event, and the card in the channel to be drawn anew. */
const saved = async (world: World, giving: Giving): Promise<Answered> => {
  const { caseId } = giving;
  if (await isThere(world, giving)) return { caseId };
  const done = await changeCaseBeside<Lying>(world, giving, {
    operation: 'contribute',
    caseId,
    beside: () => lyingFor(world, giving),
    judge: (file, lying) => rulingFor(giving, file, lying),
    decide: (file, lying) => planContribution(world, giving, { file, lying }),
  });
  const problem = done.ok ? undefined : refusedAs(giving, done.error);
  return problem === undefined ? { caseId } : { caseId, problem };
};

type Whole = Contributing & { readonly held: Seat };

/** A fault at one case leaves the others saved; what is broken or too late is told as such. */
const answered = async (
  world: World,
  { held, answers: _, ...asked }: Whole,
  typed: TypedFor,
): Promise<Answered> => {
  const { caseId, ...values } = typed;
  const given = checkContribution(values);
  if (!given.ok) return { caseId, problem: given.error };
  const commandId = partCommandId(world.derive, asked.commandId, caseId);
  const giving = { ...asked, commandId, caseId, seat: held, given: given.value };
  return saved(world, giving).catch((fault: unknown) =>
    fault instanceof Error && (isSealBroken(fault) || asked.within.aborted)
      ? Promise.reject(fault)
      : { caseId, problem: 'not-saved' },
  );
};

/**
 * One seat's innspill to some of the cases of a meeting: each case is a command and a batch of its own, so that one
 * that fails leaves the others saved, and pressing again does nothing twice.
 */
export const contribute =
  (world: World) =>
  async (asked: Contributing): Promise<Result<readonly Answered[], Refusal>> => {
    const held = seatsOf(asked.by.person, world.programme).find(({ id }) => id === asked.seat);
    if (held === undefined) {
      await refuse(world, asked, { operation: 'contribute', subject: asked.meetingId });
      return err(NOT_AVAILABLE);
    }
    const all = asked.answers.map(typed => answered(world, { ...asked, held }, typed));
    return ok(await Promise.all(all));
  };
