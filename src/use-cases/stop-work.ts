import { cancel, withAction } from '../domain/action';
import { type Case, isEnded } from '../domain/case';
import { stateSince } from '../domain/consent-ends';
import { type ActionId, newOutboxId, type PersonId } from '../domain/ids';
import { type Errand, type OutboxEntry } from '../domain/outbox';
import { type Instant, plusMs } from '../domain/time';
import { digestEdits } from './digest-edits';
import { keptClock } from './kept-clock';
import { keptPieces } from './kept-pieces';
import { type Within } from './ports/common';
import { type Beside } from './ports/outbox';
import { coordinatorsAmong, digestReaders, noticeTo, workers } from './recipients';
import { systemFact } from './system-fact';
import { type World } from './world';

export type Needs = Pick<World, 'cases' | 'people' | 'outbox' | 'calendar' | 'derive'>;
type Stopping = Extract<Errand, { kind: 'stop-work' }>;
/** `unfinished`: cut off, or somebody was first; run it again, what was done is not done twice. */
export type Stopped = 'done' | 'unfinished';
/** Many steps, each with a time of its own; `goesOn` says whether there is time for one more. */
export type Steps = { readonly now: Instant; readonly within: () => Within; readonly goesOn: () => boolean };

type Work = { readonly stopping: Stopping; readonly steps: Steps };

/** At most one of its kind for this stop: it is made of what it is about. */
const add = (
  { outbox, derive }: Needs,
  { stopping, steps }: Work,
  adding: { readonly beside: Beside; readonly errand: Errand; readonly at?: Instant; readonly about: string },
): Promise<boolean> => {
  const { errand, beside, about, at = stopping.stoppedAt } = adding;
  const { caseId, stoppedAt } = stopping;
  const id = newOutboxId(derive, 'stop-work', caseId, stoppedAt, errand.kind, about);
  const entry: OutboxEntry = { id, errand, at };
  return outbox.add(beside, entry, steps.within());
};

/** The author, the coordinators and everyone with a task that is still to be done; told to stop, never why. */
const tell = async (world: Needs, work: Work, kase: Case): Promise<void> => {
  const { stopping, steps } = work;
  const everyone = await world.people.all(steps.within());
  const told = new Set<PersonId>([...workers(kase), ...coordinatorsAmong(everyone)]);
  const others = [...told].filter(id => id !== stopping.by);
  const beside = { caseId: kase.id };
  await Promise.all(
    others.map(to =>
      add(world, work, { beside, errand: noticeTo(to, kase, { kind: 'stopped' }), about: to }),
    ),
  );
};

/** Every card in the channel that the case stands on, whatever meeting it was. */
const redraw = async (world: Needs, work: Work, { id: caseId }: Case): Promise<void> => {
  const items = await world.cases.itemsOfCase(caseId, work.steps.within());
  await Promise.all(
    items.flatMap(({ meetingId }) => [
      add(world, work, {
        beside: { caseId },
        errand: { kind: 'edit-item', meetingId, caseId },
        about: meetingId,
      }),
      add(world, work, { beside: { meetingId }, errand: { kind: 'edit-agenda', meetingId }, about: caseId }),
    ]),
  );
};

/** A task is not to be spoken of where the case has stopped: the cases are asked when the digests are drawn. */
const redrawDigests = async (world: Needs, work: Work, kase: Case): Promise<void> => {
  const { stopping, steps } = work;
  const everyone = await world.people.all(steps.within());
  const on = world.calendar.dayOf(stopping.stoppedAt);
  const edits = digestEdits(digestReaders(kase, everyone), on);
  await Promise.all(
    edits.map(errand => add(world, work, { beside: { caseId: kase.id }, errand, about: errand.to })),
  );
};

/** A press that was under way has been answered by then, or was given up. */
const UNDER_WAY_MS = 10_000;
/** What stands in people's own chats is looked for at once, and once more. */
const clear = async (world: Needs, work: Work, { id: caseId }: Case): Promise<void> => {
  const { stoppedAt } = work.stopping;
  const errand = { kind: 'find-messages', caseId, stoppedAt } as const;
  const again = plusMs(stoppedAt, UNDER_WAY_MS);
  await add(world, work, { beside: { caseId }, errand, about: 'at once' });
  await add(world, work, { beside: { caseId }, errand, at: again, about: 'again' });
};

/** True when the task is no longer to be done: cancelled now or before, or given after the case was taken up again. */
const cancelOne = async (
  world: Needs,
  { stopping: { caseId, stoppedAt }, steps }: Work,
  id: ActionId,
): Promise<boolean> => {
  const [file, found] = await Promise.all([
    world.cases.load(caseId, steps.within()),
    world.cases.action(caseId, id, steps.within()),
  ]);
  if (file === undefined || found === undefined || found.action.createdAt > stoppedAt) return true;
  const cancelled = cancel(found.action);
  if (!cancelled.ok) return true;
  const fact = systemFact(world.derive, {
    operation: 'stop-work',
    subject: id,
    caseId,
    at: steps.now,
    cause: ['stop-work', id],
  });
  const kase = withAction(file.kase, cancelled.value);
  const kept = keptPieces(found);
  const action = { action: cancelled.value, version: found.version, ...kept };
  const change = { file, kase, action, fact, outbox: [], ...keptClock(kase, world.calendar) };
  return (await world.cases.commit(change, steps.within())) !== 'changed-meanwhile';
};

/** One after the other, for each changes the case. */
const cancelAll = async (world: Needs, work: Work, { actions }: Case): Promise<Stopped> => {
  const pending = actions.filter(({ state }) => state === 'open' || state === 'blocked');
  for (const { id } of pending) {
    if (!work.steps.goesOn()) return 'unfinished';
    if (!(await cancelOne(world, work, id))) return 'unfinished';
  }
  return 'done';
};

/**
 * What follows when work on a case stops (domain.md §6, design.md §7): people are told, every card about it is drawn
 * anew, and, when the case has ended, its tasks are cancelled; after a consent that ran out they wait for a new one.
 * May be cut off anywhere and run again.
 */
export const stopWork =
  (world: Needs) =>
  async (stopping: Stopping, steps: Steps): Promise<Stopped> => {
    const { caseId, stoppedAt } = stopping;
    const work = { stopping, steps };
    const kase = (await world.cases.load(caseId, steps.within()))?.kase;
    const state = kase && stateSince(kase, stoppedAt);
    if (kase === undefined || state === undefined) return 'done';
    await redraw(world, work, kase);
    await redrawDigests(world, work, kase);
    await clear(world, work, kase);
    await tell(world, work, kase);
    return isEnded({ state }) ? cancelAll(world, work, kase) : 'done';
  };
