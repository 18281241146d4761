import { type Case, type CaseState, isBeforeConsent } from './case';
import { isInformed } from './referral';
import { type Calendar, type Instant, type LocalDate, plusDays, type TimeOfDay } from './time';

/** domain.md §3 (ours): on day 14 an unanswered "informed?" is a task for the referrer, on day 30 identity is erased. */
const ASK_DAYS = 14;
const ERASE_DAYS = 30;
const MORNING = '08:00' as TimeOfDay;

const submittedOn = (kase: Case, calendar: Calendar): LocalDate => calendar.dayOf(kase.submittedAt);
export const askOn = (kase: Case, calendar: Calendar): LocalDate =>
  plusDays(submittedOn(kase, calendar), ASK_DAYS);
export const eraseOn = (kase: Case, calendar: Calendar): LocalDate =>
  plusDays(submittedOn(kase, calendar), ERASE_DAYS);

/** The ends that no consent came before; the other two lie after one, so there the person knows. */
const UNCONSENTED_ENDS: readonly CaseState[] = ['declined', 'consent-refused', 'referral-withdrawn'];

/** A consent shows that they know, also one that has run out since, or that an end took away. */
const isUntold = (kase: Case): boolean =>
  !isInformed(kase.informed) && kase.consents === 0 && !('consent' in kase);

/** Nobody has told the person, and no consent given before the decision shows that they know. */
export const isUninformed = (kase: Case): boolean => isBeforeConsent(kase) && isUntold(kase);

/** An end stops the question, and never the erasing: who was not told must not stay known because the case is over. */
export const mustLoseName = (kase: Case): boolean =>
  isUninformed(kase) || (kase.named && UNCONSENTED_ENDS.includes(kase.state) && isUntold(kase));

/**
 * A name must not come back after the day on which it was to be gone: first the person is told, then named (ours). One
 * given all the same would be erased the next moment, and nobody would be asked again.
 */
export const mayBeNamed = (kase: Case, today: LocalDate, calendar: Calendar): boolean =>
  !isUninformed(kase) || today < eraseOn(kase, calendar);

const rungs = (kase: Case, calendar: Calendar): readonly LocalDate[] => [
  ...(isUninformed(kase) ? [askOn(kase, calendar)] : []),
  ...(mustLoseName(kase) ? [eraseOn(kase, calendar)] : []),
];

/** The next time this clock rings for the case; undefined when the person knows, nothing is left to erase, or it has rung out. */
export const nextInformedClock = (kase: Case, after: Instant, calendar: Calendar): Instant | undefined =>
  rungs(kase, calendar)
    .map(day => calendar.at(day, MORNING))
    .find(at => at > after);
