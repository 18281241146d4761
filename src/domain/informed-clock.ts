import { type Case, isBeforeConsent } from './case';
import { isInformed } from './referral';
import { type Calendar, type Instant, type LocalDate, plusDays, type TimeOfDay } from './time';

/** domain.md §3 (ours): on day 14 an unanswered "informed?" is a task for the referrer, on day 30 identity is erased. */
export const ASK_DAYS = 14;
export const ERASE_DAYS = 30;
const MORNING = '08:00' as TimeOfDay;

const submittedOn = (kase: Case, calendar: Calendar): LocalDate => calendar.dayOf(kase.submittedAt);
export const askOn = (kase: Case, calendar: Calendar): LocalDate =>
  plusDays(submittedOn(kase, calendar), ASK_DAYS);
export const eraseOn = (kase: Case, calendar: Calendar): LocalDate =>
  plusDays(submittedOn(kase, calendar), ERASE_DAYS);

/** Nobody has told the person, and no consent given before the decision shows that they know. */
export const isUninformed = (kase: Case): boolean =>
  isBeforeConsent(kase) && !isInformed(kase.informed) && !('consent' in kase);

/** The next time this clock rings for the case; undefined when the person knows, or it has rung out. */
export const nextInformedClock = (kase: Case, after: Instant, calendar: Calendar): Instant | undefined =>
  isUninformed(kase)
    ? [askOn(kase, calendar), eraseOn(kase, calendar)]
        .map(day => calendar.at(day, MORNING))
        .find(at => at > after)
    : undefined;
