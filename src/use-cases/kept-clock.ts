import { type Case } from '../domain/case';
import { nextInformedClock } from '../domain/informed-clock';
import { type Calendar, type Instant } from '../domain/time';

/** The rung of the informed-clock strictly after `after`, as a change of the case wants it; nothing stops the clock. */
export const clockAfter = (
  kase: Case,
  after: Instant,
  calendar: Calendar,
): { readonly clockAt?: Instant } => {
  const clockAt = nextInformedClock(kase, after, calendar);
  return clockAt === undefined ? {} : { clockAt };
};

/**
 * The informed-clock of a case that is saved for another reason. A rung that has come but may not have rung is
 * kept: ringing twice is harmless, a rung that is lost would keep an identity that must go (domain.md §3).
 */
export const keptClock = (kase: Case, calendar: Calendar): { readonly clockAt?: Instant } =>
  clockAfter(kase, kase.submittedAt, calendar);
