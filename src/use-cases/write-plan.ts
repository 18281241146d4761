import { type Case } from '../domain/case';
import { checkPlan, type PlanProblem, type PlanSaid, type PlanValues } from '../domain/check-plan';
import { hasLapsed } from '../domain/consent-status';
import { type CaseId, type PersonId } from '../domain/ids';
import { type Person } from '../domain/people';
import { briefOfPlan, nextPlan, planMark } from '../domain/plan';
import { CHANGED_MEANWHILE, type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { type World } from './world';

type Writing = Asked & {
  readonly caseId: CaseId;
  readonly values: PlanValues;
  /** For whom the asker has said that the contact person changes. */
  readonly confirmed?: PersonId;
  /** The mark of the plan the form was drawn over; see `planMark`. */
  readonly seen?: string;
};
export type WrittenPlan = { readonly kase: Case } | { readonly problems: readonly PlanProblem[] };

type Found = { readonly kase: Case; readonly people: readonly Person[] };

const isAsSeen = (kase: Case, { seen }: Writing): boolean => seen === undefined || seen === planMark(kase);

const check = (
  world: World,
  asked: Writing,
  { kase, people }: Found,
): Result<PlanSaid, readonly PlanProblem[]> =>
  checkPlan(asked.values, {
    kase,
    people,
    today: todayOf(world, asked),
    ...(asked.confirmed === undefined ? {} : { confirmed: asked.confirmed }),
  });

const ruling = ({ by }: Asked, kase: Case): Ruling =>
  judge(by.person, { about: 'case', ask: 'write-plan', kase });

/** What is wrong with the form; told only to who may write a plan here, and not when it was written before. */
const problemsOf = async (world: World, asked: Writing): Promise<readonly PlanProblem[] | undefined> => {
  const { caseId, commandId, within } = asked;
  const [file, people] = await Promise.all([world.cases.load(caseId, within), world.people.all(within)]);
  if (file === undefined || !ruling(asked, file.kase).allowed) return undefined;
  if (!isAsSeen(file.kase, asked) || hasLapsed(file.kase, todayOf(world, asked))) return undefined;
  const checked = check(world, asked, { kase: file.kase, people });
  return checked.ok || (await world.cases.known(caseId, commandId, within)) ? undefined : checked.error;
};

const planned = (world: World, asked: Writing, { kase, people }: Found): Result<CasePlan, Refusal> => {
  const today = todayOf(world, asked);
  if (hasLapsed(kase, today)) return err(WRONG_STATE);
  if (!isAsSeen(kase, asked)) return err(CHANGED_MEANWHILE);
  const checked = check(world, asked, { kase, people });
  if (!checked.ok) return err(TRY_AGAIN);
  const { contact, words } = checked.value;
  const plan = nextPlan(kase, { contact, writtenOn: today, writtenBy: asked.by.person.id });
  return ok({ kase: { ...kase, plan: briefOfPlan(plan) }, plan: { plan, words } });
};

/**
 * A new version of the plan for progress; the ones before it stay. A plan that gives the participant another contact
 * person is written only by somebody who has said so, and none over one they have not seen.
 */
export const writePlan =
  (world: World) =>
  async (asked: Writing): Promise<Result<WrittenPlan, Refusal>> => {
    const problems = await problemsOf(world, asked);
    if (problems !== undefined) return ok({ problems });
    const done = await changeCaseBeside<readonly Person[]>(world, asked, {
      operation: 'write-plan',
      caseId: asked.caseId,
      beside: () => world.people.all(asked.within),
      judge: ({ kase }) => ruling(asked, kase),
      decide: ({ kase }, people) => planned(world, asked, { kase, people }),
    });
    return done.ok ? ok({ kase: done.value }) : done;
  };
