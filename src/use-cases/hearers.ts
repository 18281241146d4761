import { type ActionBrief } from '../domain/action-brief';
import { isAway } from '../domain/absence';
import { type Case } from '../domain/case';
import { hasReached, type Laddered, type Step } from '../domain/ladder';
import { type PersonId } from '../domain/ids';
import { hasRole, isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { owns, standingOnCase, worksOn } from '../policy/standing';
import { mayReadTask } from '../policy/visible-incidents';
import { mayHear } from './may-hear';

/** A task as its case or its own document has it. */
export type Task = Pick<ActionBrief, 'id' | 'title' | 'owner' | 'standIn' | 'due'>;
export type Ringing = Laddered & {
  readonly kase: Case;
  /** The whole directory. */
  readonly people: readonly Person[];
  readonly today: LocalDate;
};

/**
 * Whether a line of a task may be read to this person: it is theirs, or they see the case's tasks when they open the
 * case. To stand in for somebody who is away gives no standing in it.
 */
const mayBeTold = (person: Person, task: Task, { kase, today }: Ringing): boolean =>
  isActive(person) &&
  mayHear(person, kase) &&
  (owns(person, task) || worksOn(standingOnCase(person, kase))) &&
  mayReadTask(person, kase, { task, today });

const personIn = ({ people }: Ringing, id: PersonId | undefined): Person | undefined =>
  people.find(person => person.id === id);
const isHere = (person: Person, { today }: Ringing): boolean => !isAway(person, today);
const coordinatorsIn = ({ people }: Ringing): readonly Person[] =>
  people.filter(person => hasRole(person, 'coordinator'));

/**
 * Who is told instead of an owner who is away: the task's own stand-in, otherwise the colleague who stands in for the
 * owner, where they may be told; with neither, the coordinators at once.
 */
const insteadOf = (owner: Person, task: Task, ringing: Ringing): readonly Person[] => {
  const substitute = [task.standIn, owner.absence?.standIn]
    .flatMap(id => personIn(ringing, id) ?? [])
    .find(person => isHere(person, ringing) && mayBeTold(person, task, ringing));
  return substitute === undefined ? coordinatorsIn(ringing) : [substitute];
};

const called = (step: Step, task: Task, ringing: Ringing): readonly Person[] => {
  const owner = personIn(ringing, task.owner);
  switch (step) {
    case 'owner':
      if (owner === undefined) return [];
      return isHere(owner, ringing) ? [owner] : [owner, ...insteadOf(owner, task, ringing)];
    case 'stand-in':
      return [task.standIn].flatMap(id => personIn(ringing, id) ?? []);
    case 'coordinator':
      return coordinatorsIn(ringing);
  }
};

const STEPS: readonly Step[] = ['owner', 'stand-in', 'coordinator'];

/**
 * Everybody a task concerns on that day and who may be told of it: its owner, late on the stand-in too, and at last the
 * coordinators. Whoever is away is among them, and hears when they are back.
 */
export const hearersOf = (task: Task, ringing: Ringing): readonly Person[] => {
  const { due } = task;
  const reached = STEPS.filter(step => hasReached(step, { due, today: ringing.today }, ringing));
  const all = new Set(reached.flatMap(step => called(step, task, ringing)));
  return [...all].filter(person => mayBeTold(person, task, ringing));
};
