import { isAway } from '../domain/absence';
import { type Person } from '../domain/people';
import { type Instant, plusDays, plusMs, type TimeOfDay } from '../domain/time';
import { type Asked } from './asked';
import { digestFor } from './digest-for';
import { hearersOf } from './hearers';
import { type World } from './world';

/** By then the absence is saved: a digest drawn earlier would not know of it, and say nothing. */
const SETTLED_MS = 60_000;
const MIDNIGHT = '00:00' as TimeOfDay;

const startOfTomorrow = ({ calendar }: World, now: Instant): Instant =>
  calendar.at(plusDays(calendar.dayOf(now), 1), MIDNIGHT);

/** Today, or the next working day for whoever has had the digest of today. */
const ringFor = async (world: World, reader: Person, { at, within }: Asked): Promise<void> => {
  const { id: person } = reader;
  const soon = plusMs(at, SETTLED_MS);
  const today = digestFor(world, reader, soon);
  const isNew = await world.outbox.add({ person }, today, within);
  if (isNew || today.at > soon) return;
  await world.outbox.add({ person }, digestFor(world, reader, startOfTomorrow(world, at)), within);
};

/**
 * Somebody who is away from today on: whoever is told of their tasks instead hears of those that are near or late with
 * their own next digest, for the rungs of today have rung. To be done before the absence is saved, so that a crash
 * between the two loses nothing; what turns out not to be so is not sent.
 */
export const passOn = async (world: World, asked: Asked, away: Person): Promise<void> => {
  const { at, within } = asked;
  const today = world.calendar.dayOf(at);
  if (!isAway(away, today)) return;
  const [everyone, tasks] = await Promise.all([
    world.people.all(within),
    world.cases.pendingActionsOf(away.id, within),
  ]);
  const people = everyone.map(person => (person.id === away.id ? away : person));
  const own = tasks.filter(({ owner }) => owner === away.id);
  const files = await Promise.all(own.map(({ caseId }) => world.cases.load(caseId, within)));
  const hearers = own.flatMap((task, place) => {
    const kase = files[place]?.kase;
    return kase === undefined ? [] : hearersOf(task, { ...world, kase, people, today });
  });
  const others = [...new Set(hearers)].filter(({ id }) => id !== away.id);
  await Promise.all(others.map(reader => ringFor(world, reader, asked)));
};
