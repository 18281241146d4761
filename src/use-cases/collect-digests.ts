import { type Action, isPending } from '../domain/action';
import { isEnded } from '../domain/case';
import { nextCollection, reminderAfter } from '../domain/ladder';
import { soonerOf } from '../domain/mute';
import { type Instant } from '../domain/time';
import { digestFor } from './digest-for';
import { ringsFor } from './digest-lines';
import { hearersOf } from './hearers';
import { keptClock } from './kept-clock';
import { keptPieces } from './kept-pieces';
import { type ActionFile, type CaseFile } from './ports/cases';
import { type Committed, type Within } from './ports/common';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'people' | 'outbox' | 'calendar' | 'programme' | 'derive'>;
type Due = {
  readonly file: CaseFile;
  readonly found: ActionFile;
  readonly now: Instant;
  readonly within: Within;
};

const ring = async (world: Needs, { file: { kase }, found, now, within }: Due): Promise<void> => {
  const people = await world.people.all(within);
  const hearers = hearersOf(found.action, { ...world, kase, people, today: world.calendar.dayOf(now) });
  await Promise.all(
    hearers.map(reader => world.outbox.add({ person: reader.id }, digestFor(world, reader, now), within)),
  );
};

const remindedNext = (world: Needs, { found, now }: Due): { readonly remindAt?: Instant } => {
  const { calendar } = world;
  const rung = reminderAfter(found.action.due, calendar.dayOf(now), world);
  const remindAt = soonerOf(rung, found.action, { after: now, calendar });
  return remindAt === undefined ? {} : { remindAt };
};

const move = (
  world: Needs,
  { file, found, now, within }: Due,
  next: { readonly remindAt?: Instant },
): Promise<Committed> => {
  const { action, version } = found;
  const fact = systemFact(world.derive, {
    operation: 'remind',
    subject: action.id,
    caseId: action.caseId,
    at: now,
    cause: ['remind', action.id, version],
  });
  const kept = keptPieces(found);
  const { kase } = file;
  return world.cases.commit(
    {
      ...{ file, kase, fact, outbox: [] },
      ...keptClock(kase, world.calendar),
      action: { action, version, ...next, ...kept },
    },
    within,
  );
};

/**
 * What a task whose rung has come has its people told: a digest to each, and then the task's next rung. Digests
 * come first and are there at most once a day, so that a crash between the two loses nothing and doubles nothing.
 * A task nobody shall be reminded of any more loses its rungs; while its case waits, or has no consent, the one that
 * came is kept, and looked at every working morning.
 */
export const collectDigests =
  (world: Needs) =>
  async ({ caseId, id }: Action, now: Instant, within: Within): Promise<Committed | 'no-task'> => {
    const [file, found] = await Promise.all([
      world.cases.load(caseId, within),
      world.cases.action(caseId, id, within),
    ]);
    if (file === undefined || found === undefined) return 'no-task';
    const due = { file, found, now, within };
    const today = world.calendar.dayOf(now);
    if (!isPending(found.action) || isEnded(file.kase)) return move(world, due, {});
    if (!ringsFor(file.kase, found.action, today))
      return move(world, due, { remindAt: nextCollection(now, world.calendar) });
    await ring(world, due);
    return move(world, due, remindedNext(world, due));
  };
