import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { type PersonId } from '../domain/ids';
import { hasReached } from '../domain/ladder';
import { type Errand } from '../domain/outbox';
import { type LocalDate } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { hearersOf } from './hearers';
import { type World } from './world';

type Editing = Extract<Errand, { readonly kind: 'edit-digest' }>;

/** To those whose newest digest may speak of what has changed: it is drawn anew. */
export const digestEdits = (people: readonly PersonId[], on: LocalDate): readonly Editing[] =>
  [...new Set(people)].map(to => ({ kind: 'edit-digest' as const, to, on }));

type Changing = {
  readonly kase: Case;
  /** As it was. */
  readonly task: Action;
  /** The answer to the press is no list, but asks further. */
  readonly asksOn: boolean;
};

/** To everybody a task has been told to; a task that has not come so far yet is in nobody's digest. */
export const editsFor = async (
  world: World,
  asked: Asked,
  { kase, task, asksOn }: Changing,
): Promise<readonly Editing[]> => {
  const today = todayOf(world, asked);
  if (!hasReached('owner', { due: task.due, today }, world)) return [];
  const people = await world.people.all(asked.within);
  const told = hearersOf(task, { ...world, kase, people, today }).map(({ id }) => id);
  const own = task.standIn === undefined ? [task.owner] : [task.owner, task.standIn];
  const edits = digestEdits([...own, ...told], today);
  const { by, where } = asked;
  if (!asksOn || where === undefined) return edits;
  return edits.map(edit => (edit.to === by.person.id ? { ...edit, answeredIn: where } : edit));
};
