import { type Case } from '../domain/case';
import { expireConsent as expired, hasStopped } from '../domain/consent-ends';
import { type Errand } from '../domain/outbox';
import { entriesFor } from './asked';
import { keptClock } from './kept-clock';
import { type Committed } from './ports/common';
import { type Ringing } from './ringing';
import { coordinatorsAmong, noticeTo } from './recipients';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'people' | 'calendar' | 'derive'>;

/** A case that waits for its coordinator again: told by the state it is in, which a chat may name. */
const returned = async (world: Needs, kase: Case, { within }: Ringing): Promise<readonly Errand[]> =>
  coordinatorsAmong(await world.people.all(within)).map(to =>
    noticeTo(to, kase, { kind: 'state', state: kase.state }),
  );

const offAgenda = ({ id, meetingId }: Case): readonly Errand[] =>
  meetingId === undefined ? [] : [{ kind: 'edit-item', meetingId, caseId: id }];

const errandsFor = async (world: Needs, ringing: Ringing, next: Case): Promise<readonly Errand[]> => {
  const { kase } = ringing.file;
  if (hasStopped(next)) return [{ kind: 'stop-work', caseId: kase.id, stoppedAt: next.since }];
  return next.state === kase.state ? [] : [...(await returned(world, next, ringing)), ...offAgenda(kase)];
};

/**
 * The day after the last one of its consent, whoever is asleep: sharing was shut by the date itself; the state, the
 * inbox and the people who work on it follow. May be run again after any crash.
 */
export const expireConsent = async (world: Needs, ringing: Ringing): Promise<Committed> => {
  const { file, now, within } = ringing;
  const kase = expired(file.kase, { at: now, today: world.calendar.dayOf(now) });
  const fact = systemFact(world.derive, {
    operation: 'expire-consent',
    subject: kase.id,
    caseId: kase.id,
    at: now,
    cause: ['expire-consent', kase.id, file.version],
  });
  const outbox = entriesFor(world, fact, await errandsFor(world, ringing, kase));
  return world.cases.commit({ file, kase, fact, outbox, ...keptClock(kase, world.calendar) }, within);
};
