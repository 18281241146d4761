import { err, ok, type Result } from '../result';
import {
  type Active,
  type AwaitingConsent,
  type BeforeConsent,
  type Case,
  type CaseState,
  type ConsentExpired,
  isBeforeConsent,
  isEnded,
  isParticipant,
  type Mapping,
  type Withdrawn,
} from './case';
import { ended, leaving } from './case-facts';
import { type Consent } from './consent';
import { mayBeDiscussed } from './discussion';
import { type Refusal, WRONG_STATE } from './refusal';
import { isLive } from './sharing';
import { type Calendar, type Instant, type LocalDate, type Moment, plusDays, type TimeOfDay } from './time';

/**
 * No reason is asked. They may come back the same day, should they want to (domain.md §6). All sharing shuts, also what
 * was shared in danger: from then on nothing crosses to another agency here, and danger is for 112 and 113.
 */
export const withdrawConsent = (kase: Case, { at, today }: Moment): Result<Withdrawn, Refusal> =>
  isParticipant(kase) || kase.state === 'consent-expired'
    ? ok({
        ...ended(kase, at),
        sharings: kase.sharings.map(sharing => (isLive(sharing, at) ? { ...sharing, endedAt: at } : sharing)),
        decision: kase.decision,
        state: 'withdrawn',
        askAgainAfter: today,
      })
    : err(WRONG_STATE);

/** The consent that the clock counts on: one that came early, or one that the state rests on. */
const running = (kase: Case): Consent | undefined =>
  'consent' in kase && kase.state !== 'consent-expired' ? kase.consent : undefined;

const MIDNIGHT = '00:00' as TimeOfDay;
/** When the last day of its consent is over; undefined when nothing runs out. */
export const consentEndsAt = (kase: Case, calendar: Calendar): Instant | undefined => {
  const consent = running(kase);
  return consent && calendar.at(plusDays(consent.until, 1), MIDNIGHT);
};
export const hasRunOut = (kase: Case, today: LocalDate): boolean => {
  const consent = running(kase);
  return consent !== undefined && consent.until < today;
};

type Early = Exclude<BeforeConsent, AwaitingConsent>;
/** Before the decision, where a consent changes no state. */
const isEarly = (kase: Case): kase is Early => isBeforeConsent(kase) && kase.state !== 'awaiting-consent';

/** Whoever could be recognised is not discussed without one: back to the coordinator, off the agenda (domain.md §15). */
const withoutEarlyConsent = (kase: Early, { at, today }: Moment): Case => {
  const { consent: _, ...without } = kase;
  return kase.state === 'ready-for-review' && !mayBeDiscussed(without, today)
    ? { ...ended(kase, at), state: 'submitted', answered: false }
    : without;
};

const expired = (kase: Mapping | Active, at: Instant): ConsentExpired => {
  const { decision, consent, state: cameFrom } = kase;
  return { ...leaving(kase, at), state: 'consent-expired', decision, consent, cameFrom };
};

/**
 * After the last day of its consent: a participant's case carries where it came from, so that a new consent leads back
 * there; a consent that ran out before the decision is gone. The case itself when nothing has run out.
 */
export const expireConsent = (kase: Case, moment: Moment): Case => {
  if (isParticipant(kase)) return hasRunOut(kase, moment.today) ? expired(kase, moment.at) : kase;
  return isEarly(kase) && hasRunOut(kase, moment.today) ? withoutEarlyConsent(kase, moment) : kase;
};

/** Work stands still: the case has ended, or what it rested on ran out. */
export const hasStopped = (kase: Pick<Case, 'state'>): boolean =>
  isEnded(kase) || kase.state === 'consent-expired';

/** The state that the case came into at that moment, wherever it has gone since. */
export const stateSince = ({ state, since, past }: Case, at: Instant): CaseState | undefined =>
  since === at ? state : past.find(passed => passed.since === at)?.state;
