import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { isDisqualified } from '../domain/disqualification';
import { type PersonId } from '../domain/ids';
import { isActive, type Person } from '../domain/people';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { may } from '../policy/may';
import { type ActionOperation } from '../policy/operations';
import { mayReadDetail } from '../policy/visible';
import { mayReadTask } from '../policy/visible-incidents';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey } from './change-action';
import { type ActionFile } from './ports/cases';
import { standInFor } from './stand-in-for';
import { taskFiles } from './task-files';
import { type World } from './world';

export type OwnerProblem = 'unknown-owner' | 'owner-may-not-see';
export type Giving = Asked & ActionKey & { readonly owner: PersonId };

type Holding = { readonly kase: Case; readonly file: ActionFile; readonly today: LocalDate };

/** As for a new task (domain.md §9): whoever owns it may read its detail, and knows of what it follows up. */
const problemWith = (
  person: Person | undefined,
  { kase, file: { action, detail }, today }: Holding,
): OwnerProblem | undefined => {
  const isKnown = person !== undefined && isActive(person) && !isDisqualified(kase, person.id);
  if (!isKnown || person.id === action.owner) return 'unknown-owner';
  const mayKnow = mayReadTask(person, kase, { task: action, today });
  return mayKnow && (detail === undefined || mayReadDetail(person, kase, { detail, today }))
    ? undefined
    : 'owner-may-not-see';
};

/** Nobody asks themselves: whoever stands in would take it over unseen. */
const isSelf = ({ owner, by }: Giving, ask: ActionOperation): boolean =>
  ask === 'propose-hand-over' && owner === by.person.id;

/** What is wrong with the choice; told only to who may do this at all, and not when it was done before. */
export const ownerProblem = async (
  world: World,
  asked: Giving,
  ask: ActionOperation,
): Promise<OwnerProblem | undefined> => {
  const { caseId, commandId, owner, by, within } = asked;
  const [files, chosen] = await Promise.all([taskFiles(world, asked), world.people.load(owner, within)]);
  if (files === undefined) return undefined;
  const { file, found } = files;
  const { kase } = file;
  if (!may(by.person, { about: 'action', ask, kase, action: found.action })) return undefined;
  const problem = isSelf(asked, ask)
    ? 'unknown-owner'
    : problemWith(chosen?.person, { kase, file: found, today: todayOf(world, asked) });
  return problem === undefined || (await world.cases.known(caseId, commandId, within)) ? undefined : problem;
};

type Held = { readonly file: ActionFile; readonly kase: Case };
type NewOwner = Pick<Person, 'id' | 'agency' | 'standIn'>;
type Given = (action: Action, owner: NewOwner) => Result<Action, Refusal>;

/** Judged again at the save: whoever was to own it may have lost sight of it meanwhile. */
export const givingTo = async (
  world: World,
  asked: Giving,
  { file, kase, give }: Held & { readonly give: Given },
): Promise<Result<Action, Refusal>> => {
  const { within } = asked;
  const chosen = (await world.people.load(asked.owner, within))?.person;
  const today = todayOf(world, asked);
  if (chosen === undefined || problemWith(chosen, { kase, file, today }) !== undefined) return err(TRY_AGAIN);
  const { id, agency } = chosen;
  const standIn = await standInFor(world, chosen, { kase, title: file.action.title, within });
  return give(file.action, { id, agency, ...standIn });
};

export type Gave = { readonly kase: Case } | { readonly problem: OwnerProblem };
export const gave = (done: Result<Case, Refusal>): Result<Gave, Refusal> =>
  done.ok ? ok({ kase: done.value }) : done;
