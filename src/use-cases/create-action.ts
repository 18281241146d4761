import { type Action, nextReminder, type OpenAction, withAction } from '../domain/action';
import { type ActionTitle } from '../domain/action-brief';
import { type Case } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { isDisqualified } from '../domain/disqualification';
import { type Group, type Holding } from '../domain/groups';
import { type CaseId, type MeetingId, newActionId, type PersonId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { isActive, type Person } from '../domain/people';
import { type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { type LocalDate, plusMonths } from '../domain/time';
import { judge, type Ruling } from '../policy/may';
import { mayReadDetail } from '../policy/visible';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { noticesTo } from './recipients';
import { type World } from './world';

export type NewActionValues = {
  readonly title: ActionTitle;
  readonly owner: PersonId;
  readonly due: LocalDate;
  /** Empty when there is none. */
  readonly detail: string;
  readonly detailIn: Group;
};
export type ActionProblem = 'past-date' | 'far-date' | 'unknown-owner' | 'owner-may-not-see';
export type CreatedAction =
  { readonly kase: Case; readonly action: Action } | { readonly problem: ActionProblem };
type Creating = Asked & NewActionValues & { readonly caseId: CaseId; readonly meetingId?: MeetingId };

const MONTHS_AHEAD = 12;

const dateProblem = (due: LocalDate, today: LocalDate): ActionProblem | undefined => {
  if (due < today) return 'past-date';
  return due > plusMonths(today, MONTHS_AHEAD) ? 'far-date' : undefined;
};

type Chosen = { readonly kase: Case; readonly owner: Person };

const actionFrom = (asked: Creating, { kase, owner }: Chosen, world: Pick<World, 'derive'>): OpenAction => ({
  state: 'open',
  id: newActionId(world.derive, asked.commandId),
  caseId: kase.id,
  code: kase.code,
  title: asked.title,
  owner: owner.id,
  agency: owner.agency,
  due: asked.due,
  createdBy: asked.by.person.id,
  createdAt: asked.at,
  ...(owner.standIn === undefined ? {} : { standIn: owner.standIn }),
  ...(asked.detail === '' ? {} : { detailIn: asked.detailIn }),
  ...(kase.meetingId === undefined ? {} : { meetingId: kase.meetingId }),
});

const planned = (world: World, asked: Creating, { kase, owner }: Chosen): CasePlan => {
  const action = actionFrom(asked, { kase, owner }, world);
  const remindAt = nextReminder(action.due, asked.at, world.calendar);
  return {
    kase: withAction(kase, action),
    action: {
      action,
      ...(remindAt === undefined ? {} : { remindAt }),
      ...(asked.detail === '' ? {} : { detail: { origin: asked.by.person.agency, text: asked.detail } }),
    },
    errands: noticesTo(asked, [owner.id], { kase, about: { kind: 'new-action', actionId: action.id } }),
  };
};

type Beside = { readonly owner: Person | undefined; readonly meeting: Meeting | undefined };

const beside = async (world: World, { owner, meetingId, within }: Creating): Promise<Beside> => {
  const [chosen, meeting] = await Promise.all([
    world.people.load(owner, within),
    meetingId === undefined ? undefined : world.meetings.load(meetingId, within),
  ]);
  return { owner: chosen?.person, meeting: meeting?.meeting };
};

const ruling = (asked: Creating, kase: Case, { owner, meeting }: Beside): Ruling =>
  judge(asked.by.person, {
    about: 'case',
    ask: 'create-action',
    kase,
    ...(meeting === undefined ? {} : { meeting }),
    ...(owner === undefined ? {} : { action: { title: asked.title, agency: owner.agency } }),
  });

type OnDay = { readonly kase: Case; readonly today: LocalDate };
const ownerProblem = (
  asked: Creating,
  { kase, today }: OnDay,
  { owner }: Beside,
): ActionProblem | undefined => {
  if (owner === undefined || !isActive(owner) || isDisqualified(kase, owner.id)) return 'unknown-owner';
  const detail: Holding = { origin: asked.by.person.agency, section: asked.detailIn };
  return asked.detail === '' || mayReadDetail(owner, kase, { detail, today })
    ? undefined
    : 'owner-may-not-see';
};

const problemIn = (
  world: World,
  asked: Creating,
  { kase, found }: { readonly kase: Case; readonly found: Beside },
): ActionProblem | undefined => {
  const today = todayOf(world, asked);
  return dateProblem(asked.due, today) ?? ownerProblem(asked, { kase, today }, found);
};

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
const plan = (
  world: World,
  asked: Creating,
  { kase, found }: { readonly kase: Case; readonly found: Beside },
): Result<CasePlan, Refusal> => {
  if (hasLapsed(kase, todayOf(world, asked))) return err(WRONG_STATE);
  return found.owner === undefined || problemIn(world, asked, { kase, found }) !== undefined
    ? err(TRY_AGAIN)
    : ok(planned(world, asked, { kase, owner: found.owner }));
};

const created = async (
  world: World,
  { commandId, within }: Creating,
  kase: Case,
): Promise<Result<CreatedAction, Refusal>> => {
  const file = await world.cases.action(kase.id, newActionId(world.derive, commandId), within);
  return file === undefined ? err(TRY_AGAIN) : ok({ kase, action: file.action });
};

/** A task with a neutral title; its detail is sealed, and only an owner who may read it can be given one. */
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
