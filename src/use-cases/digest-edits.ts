import { type Action } from '../domain/action';
import { type ActionBrief } from '../domain/action-brief';
import { newOutboxId, type CaseId, type OutboxId, type PersonId } from '../domain/ids';
import { hasReached } from '../domain/ladder';
import { type Errand } from '../domain/outbox';
import { type Instant, type LocalDate } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { hearersOf } from './hearers';
import { type Within } from './ports/common';
import { type World } from './world';

type Editing = Extract<Errand, { readonly kind: 'edit-digest' }>;

/** To those whose newest digest may speak of what has changed: it is drawn anew. */
export const digestEdits = (people: readonly PersonId[], on: LocalDate): readonly Editing[] =>
  [...new Set(people)].map(to => ({ kind: 'edit-digest' as const, to, on }));

type Changing = {
  readonly caseId: CaseId;
  /** As it was. */
  readonly task: Action;
  /** The answer to the press is no list, but asks further. */
  readonly asksOn: boolean;
};

const briefly = ({ id, title, owner, standIn, due }: Action): EditingAll['task'] => ({
  ...{ id, title, owner, due },
  ...(standIn === undefined ? {} : { standIn }),
});

/** For a task that digests speak of by now; one that has not come so far yet is in nobody's. */
export const editsFor = (
  world: World,
  asked: Asked,
  { caseId, task, asksOn }: Changing,
): readonly Errand[] => {
  const today = todayOf(world, asked);
  if (!hasReached('owner', { due: task.due, today }, world)) return [];
  const { by, where } = asked;
  const answered = asksOn && where !== undefined ? { answered: { to: by.person.id, in: where } } : {};
  return [{ kind: 'edit-digests', caseId, task: briefly(task), on: today, ...answered }];
};

type Needs = Pick<World, 'cases' | 'people' | 'outbox' | 'calendar' | 'programme' | 'derive'>;
type EditingAll = Extract<Errand, { readonly kind: 'edit-digests' }>;
/** `cause`: carried again, it puts nothing twice into the outbox. */
type At = { readonly now: Instant; readonly cause: OutboxId; readonly within: Within };

const doersOf = ({ owner, standIn }: Pick<ActionBrief, 'owner' | 'standIn'>): readonly PersonId[] =>
  standIn === undefined ? [owner] : [owner, standIn];

/** The digest of everybody whom the task has been told to is drawn anew. */
export const editDigests =
  (world: Needs) =>
  async ({ caseId, task, on, answered }: EditingAll, { now, cause, within }: At): Promise<void> => {
    const [file, people] = await Promise.all([world.cases.load(caseId, within), world.people.all(within)]);
    if (file === undefined) return;
    const told = hearersOf(task, { ...world, kase: file.kase, people, today: on }).map(({ id }) => id);
    await Promise.all(
      digestEdits([...doersOf(task), ...told], on).map(edit => {
        const left = answered?.to === edit.to ? { answeredIn: answered.in } : {};
        const id = newOutboxId(world.derive, 'edit-digest', edit.to, cause);
        return world.outbox.add({ caseId }, { id, errand: { ...edit, ...left }, at: now }, within);
      }),
    );
  };
