import { type Action } from '../domain/action';
import { digestMoment, isAway } from '../domain/absence';
import { newOutboxId, type OutboxId, type PersonId } from '../domain/ids';
import { hasReached } from '../domain/ladder';
import { type Errand } from '../domain/outbox';
import { type Absence, type Person } from '../domain/people';
import { type Instant, type LocalDate } from '../domain/time';
import { digestAnew } from './digest-for';
import { ringsFor } from './digest-lines';
import { hearersOf } from './hearers';
import { type Within } from './ports/common';
import { type World } from './world';

type Needs = Pick<World, 'people' | 'cases' | 'outbox' | 'calendar' | 'programme' | 'derive'>;
type Following = Extract<Errand, { readonly kind: 'follow-absence' }>;
/** `cause`: carried again, it puts nothing twice into the outbox. */
type At = { readonly now: Instant; readonly cause: OutboxId; readonly within: Within };
type Change = {
  readonly person: PersonId;
  /** The directory, as it was when they had said what they had said before, and as it is. */
  readonly before: readonly Person[];
  readonly after: readonly Person[];
  readonly today: LocalDate;
};

const withAbsence = ({ absence: _, ...person }: Person, was: Absence | undefined): Person => ({
  ...person,
  ...(was === undefined ? {} : { absence: was }),
});

/** Theirs, those they stand in for, and those of colleagues who are away and named them: near or late. */
const tasksAround = async (
  world: Needs,
  { person, after, today }: Change,
  within: Within,
): Promise<readonly Action[]> => {
  const away = after.filter(one => one.absence?.standIn === person && isAway(one, today));
  const owners = [person, ...away.map(({ id }) => id)];
  const lists = await Promise.all(owners.map(id => world.cases.pendingActionsOf(id, within)));
  const each = new Map(lists.flat().map(task => [task.id, task]));
  return [...each.values()].filter(({ due }) => hasReached('owner', { due, today }, world));
};

type Heard = { readonly before: readonly PersonId[]; readonly after: readonly PersonId[] };

/** Who hears of each of these tasks, as it was and as it is. */
const heardOf = async (world: Needs, change: Change, within: Within): Promise<readonly Heard[]> => {
  const { before, after, today } = change;
  const tasks = await tasksAround(world, change, within);
  const files = await Promise.all(tasks.map(({ caseId }) => world.cases.load(caseId, within)));
  return tasks.flatMap((task, place) => {
    const kase = files[place]?.kase;
    if (kase === undefined || !ringsFor(kase, task, today)) return [];
    const among = (people: readonly Person[]): readonly PersonId[] =>
      hearersOf(task, { ...world, kase, people, today }).map(({ id }) => id);
    return [{ before: among(before), after: among(after) }];
  });
};

const without = (all: readonly PersonId[], others: readonly PersonId[]): readonly PersonId[] =>
  all.filter(id => !others.includes(id));

const personIn = (people: readonly Person[], id: PersonId): Person | undefined =>
  people.find(person => person.id === id);

/** What rang for them while they were away was put off until they would have been back. */
const isBackSooner = ({ calendar }: Needs, { person, before, after }: Change, now: Instant): boolean => {
  const [then, later] = [personIn(after, person), personIn(before, person)];
  return (
    then !== undefined &&
    later !== undefined &&
    digestMoment(then, now, calendar).on < digestMoment(later, now, calendar).on
  );
};

/**
 * Whoever is told of near or late tasks because of what somebody said of being away, and has not been, hears of them;
 * so does the one who said it, back sooner than they had said. A digest is edited of whoever is not told any more.
 */
export const followAbsence =
  (world: Needs) =>
  async ({ person, was }: Following, { now, cause, within }: At): Promise<void> => {
    const after = await world.people.all(within);
    const before = after.map(one => (one.id === person ? withAbsence(one, was) : one));
    const today = world.calendar.dayOf(now);
    const change = { person, before, after, today };
    const heard = await heardOf(world, change, within);
    const newly = new Set(heard.flatMap(one => without(one.after, [...one.before, person])));
    if (isBackSooner(world, change, now)) newly.add(person);
    const relieved = new Set(heard.flatMap(one => without(one.before, one.after)));
    const adding = [...newly].flatMap(id => {
      const reader = personIn(after, id);
      return reader === undefined
        ? []
        : [world.outbox.add({ person: id }, digestAnew(world, reader, { now, cause }), within)];
    });
    const editing = [...relieved].map(to => {
      const id = newOutboxId(world.derive, 'edit-digest', to, cause);
      const errand = { kind: 'edit-digest', to, on: today } as const;
      return world.outbox.add({ person: to }, { id, errand, at: now }, within);
    });
    await Promise.all([...adding, ...editing]);
  };
