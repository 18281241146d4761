import { type Action, EARLY_TITLES } from '../domain/action';
import { type ActionBrief } from '../domain/action-brief';
import { type Case, CASE_STATES, isBeforeConsent, isEnded, isParticipant } from '../domain/case';
import { isInForce } from '../domain/consent';
import { type PersonId } from '../domain/ids';
import { incidentBehind } from '../domain/incident';
import { isPaused } from '../domain/pause';
import { hasRole, isActive, type Person } from '../domain/people';
import { type Calendar, type LocalDate, plusWorkingDays } from '../domain/time';
import { mayReadTask } from '../policy/visible-incidents';
import { mayHear } from './may-hear';
import { type Within } from './ports/common';
import { type World } from './world';

/** domain.md §9 (ours): the owner hears this many working days before, the coordinator this many after. */
const OWNER_BEFORE = 2;
const COORDINATOR_AFTER = 5;

/**
 * No reminder after the case has ended or consent is gone; before it, only for the neutral beginnings. What an agency
 * follows up of an incident of its own rests on no consent: of that it is reminded for as long as the case is open.
 */
export const isReminded = (
  kase: Case,
  { id, title }: Pick<ActionBrief, 'id' | 'title'>,
  today: LocalDate,
): boolean => {
  if (incidentBehind(kase, { id }) !== undefined) return !isEnded(kase);
  return isParticipant(kase)
    ? isInForce(kase.consent, today)
    : isBeforeConsent(kase) && EARLY_TITLES.includes(title);
};

/** A case that waits rings for nobody; its tasks keep their dates. */
const ringsFor = (kase: Case, task: Pick<ActionBrief, 'id' | 'title'>, today: LocalDate): boolean =>
  !isPaused(kase, today) && isReminded(kase, task, today);

type Due = Pick<ActionBrief, 'owner' | 'standIn' | 'due'>;
const isLongOverdue = ({ due }: Pick<Due, 'due'>, today: LocalDate, calendar: Calendar): boolean =>
  plusWorkingDays(due, COORDINATOR_AFTER, calendar) <= today;

/** Everybody a task rings for on that day: its owner, late on the stand-in too, and at last the coordinators. */
export const hearersOf = (
  task: Due,
  people: readonly Person[],
  { today, calendar }: { readonly today: LocalDate; readonly calendar: Calendar },
): readonly PersonId[] => {
  const isLate = task.due < today;
  const coordinators = people
    .filter(person => isActive(person) && hasRole(person, 'coordinator'))
    .map(({ id }) => id);
  return [
    ...new Set([
      task.owner,
      ...(task.standIn !== undefined && isLate ? [task.standIn] : []),
      ...(isLongOverdue(task, today, calendar) ? coordinators : []),
    ]),
  ];
};

type Needs = Pick<World, 'cases' | 'calendar'>;
type Reading = { readonly reader: Person; readonly today: LocalDate; readonly within: Within };

const isOwnLine = ({ calendar }: Needs, { reader, today }: Reading, task: Due): boolean =>
  task.owner === reader.id
    ? task.due <= plusWorkingDays(today, OWNER_BEFORE, calendar)
    : task.standIn === reader.id && task.due < today;

const ownLines = async (world: Needs, reading: Reading): Promise<readonly Action[]> => {
  const { reader, today, within } = reading;
  const pending = await world.cases.pendingActionsOf(reader.id, within);
  const near = pending.filter(action => isOwnLine(world, reading, action));
  const files = await Promise.all(near.map(({ caseId }) => world.cases.load(caseId, within)));
  return near.filter((action, place) => {
    const kase = files[place]?.kase;
    return kase !== undefined && ringsFor(kase, action, today) && mayHear(reader, kase);
  });
};

const OPEN = CASE_STATES.filter(state => !isEnded({ state }));
/** Another agency's incident is not told of by its task. */
const lateBriefs = (kase: Case, { reader, today }: Reading, calendar: Calendar): readonly ActionBrief[] =>
  kase.actions.filter(
    task =>
      (task.state === 'open' || task.state === 'blocked') &&
      isLongOverdue(task, today, calendar) &&
      mayReadTask(reader, kase, { task, today }) &&
      ringsFor(kase, task, today),
  );

/** What a coordinator hears of besides the own tasks: everyone's that are long overdue. */
const longOverdue = async (world: Needs, reading: Reading): Promise<readonly Action[]> => {
  const { reader, within } = reading;
  if (!hasRole(reader, 'coordinator')) return [];
  const cases = await world.cases.inStates(OPEN, within);
  const late = cases
    .filter(kase => mayHear(reader, kase))
    .flatMap(kase => lateBriefs(kase, reading, world.calendar).map(({ id }) => ({ id, caseId: kase.id })));
  const files = await Promise.all(late.map(({ id, caseId }) => world.cases.action(caseId, id, within)));
  return files.flatMap(file => (file === undefined ? [] : [file.action]));
};

/** The tasks a digest to this reader speaks of, as they are now, soonest due first; none means no digest. */
export const digestLines =
  (world: Needs) =>
  async (reading: Reading): Promise<readonly Action[]> => {
    const own = await ownLines(world, reading);
    const others = await longOverdue(world, reading);
    const known = new Set(own.map(({ id }) => id));
    return [...own, ...others.filter(({ id }) => !known.has(id))].sort((one, other) =>
      one.due.localeCompare(other.due),
    );
  };
