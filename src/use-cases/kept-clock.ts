import { type Case } from '../domain/case';
import { nextCaseClock } from '../domain/case-clock';
import { type Calendar, type Instant } from '../domain/time';

/** The next ring of the case's clock strictly after `after`, as a change of the case wants it; nothing stops the clock. */
export const clockAfter = (
  kase: Case,
  after: Instant,
  calendar: Calendar,
): { readonly clockAt?: Instant } => {
  const clockAt = nextCaseClock(kase, after, calendar);
  return clockAt === undefined ? {} : { clockAt };
};

/**
 * The clock of a case that is saved for another reason. A rung that has come but may not have rung is kept: ringing
 * twice is harmless, a rung that is lost would keep an identity that must go, or a consent that ran out (domain.md §3).
 */
export const keptClock = (kase: Case, calendar: Calendar): { readonly clockAt?: Instant } =>
  clockAfter(kase, kase.submittedAt, calendar);
