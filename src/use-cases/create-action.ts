import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { type Decision } from '../domain/decision';
import { type CaseId, type MeetingId, newActionId } from '../domain/ids';
import { type Person } from '../domain/people';
import { type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { type CaseAndPeople, lookAtProcess } from './look-at-process';
import { meetingFor, type NamedMeeting, namedMeeting } from './named-meeting';
import {
  type ActionProblem,
  type Creating,
  plannedAction,
  problemIn as problemWith,
  recommendedIn,
} from './new-action';
import { standInFor } from './stand-in-for';
import { type World } from './world';

export type { ActionProblem, NewActionValues } from './new-action';
export type CreatedAction =
  { readonly kase: Case; readonly action: Action } | { readonly problem: ActionProblem };

type Beside = {
  readonly owner: Person | undefined;
  readonly named: NamedMeeting | undefined;
  readonly recommended: readonly Decision[];
};

const beside = async (world: World, asked: Creating): Promise<Beside> => {
  const { owner, caseId, kind, within } = asked;
  const [chosen, named, items] = await Promise.all([
    world.people.load(owner, within),
    namedMeeting(world, asked),
    kind === 'new-measure' ? world.cases.itemsOfCase(caseId, within) : [],
  ]);
  return { owner: chosen?.person, named, recommended: recommendedIn(items) };
};

const ruling = (asked: Creating, kase: Case, { owner, named }: Beside): Ruling =>
  judge(asked.by.person, {
    about: 'case',
    ask: 'create-action',
    kase,
    ...meetingFor(kase, named),
    ...(owner === undefined ? {} : { action: { title: asked.title, agency: owner.agency } }),
  });

type Found = { readonly kase: Case; readonly found: Beside };

const problemIn = (world: World, asked: Creating, { kase, found }: Found): ActionProblem | undefined =>
  problemWith(asked, { kase, today: todayOf(world, asked) }, found);

/** What is wrong with the form; told only to someone who may create a task here, and not when it was created before. */
const problemOf = async (world: World, asked: Creating): Promise<ActionProblem | undefined> => {
  const { caseId, commandId, within } = asked;
  const file = await world.cases.load(caseId, within);
  const found = await beside(world, asked);
  if (file === undefined || !ruling(asked, file.kase, found).allowed) return undefined;
  const problem = problemIn(world, asked, { kase: file.kase, found });
  return problem === undefined || (await world.cases.known(caseId, commandId, within)) ? undefined : problem;
};

/** Judged again at the save: whoever was to own it may have lost sight of it meanwhile. */
const plan = async (
  world: World,
  asked: Creating,
  { kase, found }: Found,
): Promise<Result<CasePlan, Refusal>> => {
  if (hasLapsed(kase, todayOf(world, asked))) return err(WRONG_STATE);
  const { owner } = found;
  if (owner === undefined || problemIn(world, asked, { kase, found }) !== undefined) return err(TRY_AGAIN);
  const { id, agency } = owner;
  const standIn = await standInFor(world, owner, { kase, title: asked.title, within: asked.within });
  return ok(plannedAction(world, asked, { kase, owner: { id, agency, ...standIn } }));
};

const created = async (
  world: World,
  { commandId, within }: Creating,
  kase: Case,
): Promise<Result<CreatedAction, Refusal>> => {
  const file = await world.cases.action(kase.id, newActionId(world.derive, commandId), within);
  return file === undefined ? err(TRY_AGAIN) : ok({ kase, action: file.action });
};

/**
 * A task with a neutral title; its detail is sealed, and only an owner who may read it can be given one. A new measure
 * rests on a decision of this case that recommends it.
 */
export const createAction =
  (world: World) =>
  async (asked: Creating): Promise<Result<CreatedAction, Refusal>> => {
    const problem = await problemOf(world, asked);
    if (problem !== undefined) return ok({ problem });
    const done = await changeCaseBeside<Beside>(world, asked, {
      operation: 'create-action',
      caseId: asked.caseId,
      beside: () => beside(world, asked),
      judge: ({ kase }, found) => ruling(asked, kase, found),
      decide: ({ kase }, found) => plan(world, asked, { kase, found }),
    });
    return done.ok ? created(world, asked, done.value) : done;
  };

type Starting = Asked & { readonly caseId: CaseId; readonly formFor?: MeetingId };
export type StartedAction = CaseAndPeople & { readonly recommended: readonly Decision[] };

/** The form, with the decisions a new measure may rest on: process, like the rest of it. */
export const startAction =
  (world: World) =>
  async (asked: Starting): Promise<Result<StartedAction, Refusal>> => {
    const found = await lookAtProcess(world, 'create-action')(asked);
    if (!found.ok) return found;
    const items = await world.cases.itemsOfCase(asked.caseId, asked.within);
    return ok({ ...found.value, recommended: recommendedIn(items) });
  };
