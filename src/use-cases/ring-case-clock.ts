import { hasRunOut } from '../domain/consent-ends';
import { type CaseId } from '../domain/ids';
import { dueNotes } from '../domain/notes-clock';
import { mustErase } from '../domain/retention';
import { dueSharing } from '../domain/sharing-clock';
import { type Instant } from '../domain/time';
import { eraseCase } from './erase-case';
import { eraseNotes } from './erase-notes';
import { expireConsent } from './expire-consent';
import { type Committed, type Within } from './ports/common';
import { ringInformedClock } from './ring-informed-clock';
import { ringSharingClock } from './ring-sharing-clock';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'people' | 'pointers' | 'calendar' | 'derive'>;

/**
 * The first thing the clock has to do for the case. What else is due stays due, for each leaves the clock where it
 * rings for the rest; the informed-clock comes last, since it moves the clock past now.
 * May be run again after any crash. `changed-meanwhile`: somebody was first, and the clock is still due.
 */
export const ringCaseClock =
  (world: Needs) =>
  async (caseId: CaseId, now: Instant, within: Within): Promise<Committed | 'no-case'> => {
    const file = await world.cases.load(caseId, within);
    if (file === undefined) return 'no-case';
    const ringing = { file, now, within };
    const { kase } = file;
    const today = world.calendar.dayOf(now);
    if (mustErase(kase, today, world.calendar)) return eraseCase(world, ringing);
    if (hasRunOut(kase, today)) return expireConsent(world, ringing);
    if (dueSharing(kase, now) !== undefined) return ringSharingClock(world, ringing);
    if (dueNotes(kase, today, world.calendar).length > 0) return eraseNotes(world, ringing);
    return ringInformedClock(world, ringing);
  };
