import { err, ok, type Result } from '../result';
import { type Case, type ConsentRefused, isBeforeConsent } from './case';
import { ended, leaving } from './case-facts';
import { type Consent, type Understanding } from './consent';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

/**
 * Before the decision a consent changes no state; after it, it opens the mapping; after it ran out, it leads
 * back to where the case came from (domain.md §3). Only someone who understands can consent.
 */
export const giveConsent = (
  kase: Case,
  { consent, understands }: { readonly consent: Consent; readonly understands: Understanding },
  at: Instant,
): Result<Case, Refusal> => {
  if (understands !== 'yes') return err({ kind: 'not-understood' });
  if (kase.state === 'awaiting-consent')
    return ok({ ...leaving(kase, at), decision: kase.decision, consent, state: 'mapping' });
  if (kase.state === 'consent-expired')
    return ok({ ...leaving(kase, at), decision: kase.decision, consent, state: kase.cameFrom });
  return isBeforeConsent(kase) ? ok({ ...kase, consent }) : err(WRONG_STATE);
};

/** A no needs no reason. It ends the case until a day when the person may be asked again. */
export const refuseConsent = (
  kase: Case,
  askAgainAfter: LocalDate,
  at: Instant,
): Result<ConsentRefused, Refusal> =>
  isBeforeConsent(kase)
    ? ok({ ...ended(kase, at), state: 'consent-refused', askAgainAfter })
    : err(WRONG_STATE);
