import { err, ok, type Result } from '../result';
import { type Case, type CaseFacts, type ConsentRefused, isBeforeConsent, isParticipant } from './case';
import { ended, leaving } from './case-facts';
import { type Narrowed } from './check-narrowing';
import { type Consent, type Understanding } from './consent';
import { type DecisionId } from './ids';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

type Given = { readonly consent: Consent; readonly understands: Understanding };

/**
 * Before the decision a consent changes no state; after it, it opens the mapping; after it ran out, it leads
 * back to where the case came from (domain.md §3). Only someone who understands can consent.
 */
export const giveConsent = (
  kase: Case,
  { consent, understands }: Given,
  at: Instant,
): Result<Case, Refusal> => {
  if (understands !== 'yes') return err({ kind: 'not-understood' });
  const given = { consent, consents: consent.version };
  if (kase.state === 'awaiting-consent')
    return ok({ ...leaving(kase, at), ...given, decision: kase.decision, state: 'mapping' });
  if (kase.state === 'consent-expired')
    return ok({ ...leaving(kase, at), ...given, decision: kase.decision, state: kase.cameFrom });
  return isBeforeConsent(kase) ? ok({ ...kase, ...given }) : err(WRONG_STATE);
};

/** Said again before it ran out, or after: a participant goes on in the same state, with a new consent. */
export const renewConsent = (kase: Case, given: Given, at: Instant): Result<Case, Refusal> => {
  if (kase.state === 'consent-expired') return giveConsent(kase, given, at);
  if (!isParticipant(kase)) return err(WRONG_STATE);
  if (given.understands !== 'yes') return err({ kind: 'not-understood' });
  return ok({ ...kase, consent: given.consent, consents: given.consent.version });
};

/** The same consent with less in it. One that has run out stays so. */
export const narrowConsent = (kase: Case, narrowed: Narrowed, at: Instant): Result<Case, Refusal> => {
  if (!isParticipant(kase) && kase.state !== 'consent-expired') return err(WRONG_STATE);
  const version = kase.consents + 1;
  return ok({
    ...kase,
    consent: { ...kase.consent, ...narrowed, version, recordedAt: at },
    consents: version,
  });
};

/** A no needs no reason. It ends the case until a day when the person may be asked again. */
export const refuseConsent = (
  kase: Case,
  askAgainAfter: LocalDate,
  at: Instant,
): Result<ConsentRefused, Refusal> =>
  isBeforeConsent(kase)
    ? ok({
        ...ended(kase, at),
        state: 'consent-refused',
        askAgainAfter,
        ...(kase.state === 'awaiting-consent' ? { decision: kase.decision } : {}),
      })
    : err(WRONG_STATE);

/** Without a summary the group would have nothing to speak of: the referral has been erased. */
export const canBeAskedAgain = ({
  holdings,
  origin,
  erasedOn,
}: Pick<CaseFacts, 'holdings' | 'origin' | 'erasedOn'>): boolean =>
  erasedOn === undefined && holdings.some(one => one.section === 'summary' && one.origin === origin);

const askedAnew = (facts: CaseFacts, decision: DecisionId | undefined): Case =>
  decision === undefined
    ? { ...facts, state: 'submitted', answered: false }
    : { ...facts, state: 'awaiting-consent', decision };

/**
 * Somebody who said no, or withdrew, is asked once more: taken in already, when the group had decided so; otherwise
 * submitted, for only the group decides who is taken in. Whether the day has come is the policy's to say.
 */
export const askAgain = (kase: Case, at: Instant): Result<Case, Refusal> => {
  if (kase.state !== 'consent-refused' && kase.state !== 'withdrawn') return err(WRONG_STATE);
  return canBeAskedAgain(kase) ? ok(askedAnew(leaving(kase, at), kase.decision)) : err({ kind: 'erased' });
};
