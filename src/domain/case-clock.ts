import { type Case } from './case';
import { consentEndsAt } from './consent-ends';
import { nextInformedClock } from './informed-clock';
import { nextNotes } from './notes-clock';
import { nextErasure } from './retention';
import { nextSharingClock } from './sharing-clock';
import { type Calendar, type Instant } from './time';

/**
 * When the clock has something to do for the case next, strictly after `after`: somebody has not been told, a consent
 * runs out, a sharing shuts or awaits its review, its content is to be erased. Undefined when nothing runs.
 */
export const nextCaseClock = (kase: Case, after: Instant, calendar: Calendar): Instant | undefined => {
  const ends = consentEndsAt(kase, calendar);
  return [
    nextInformedClock(kase, after, calendar),
    ends !== undefined && ends > after ? ends : undefined,
    nextSharingClock(kase, after),
    nextErasure(kase, after, calendar),
    nextNotes(kase, after, calendar),
  ]
    .filter(at => at !== undefined)
    .sort()[0];
};
