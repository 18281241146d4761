import { type Case, isParticipant } from './case';
import { type Consent, isInForce } from './consent';
import { type LocalDate } from './time';

/** `early`: given, and opens nothing until the group has taken the person in. */
export type ConsentStatus = 'none' | 'early' | 'in-force' | 'expired';

export type Consented = Case & { readonly consent: Consent };
export const hasConsent = (kase: Case): kase is Consented => 'consent' in kase;

/** How it stands with the consent of a case that day, whether or not the clock has said so yet (domain.md §3, §6). */
export const consentStatus = (kase: Case, today: LocalDate): ConsentStatus => {
  if (!hasConsent(kase)) return 'none';
  if (kase.state === 'consent-expired' || kase.consent.until < today) return 'expired';
  return isParticipant(kase) && isInForce(kase.consent, today) ? 'in-force' : 'early';
};

/**
 * Which consent a card was drawn over; it says nothing about it. A yes, a narrowing or a no that somebody gave
 * meanwhile must not be written over by whoever has not seen it (security.md row 3).
 */
export const consentMark = ({ consents }: Pick<Case, 'consents'>): string => String(consents);

/** Without a mark nothing was looked at, and nothing is compared. */
export const isAsSeen = (kase: Case, seen: string | undefined): boolean =>
  seen === undefined || seen === consentMark(kase);

/** A participant whose consent has run out, before the clock has come to say so: nothing new is begun. */
export const hasLapsed = (kase: Case, today: LocalDate): boolean =>
  isParticipant(kase) && consentStatus(kase, today) === 'expired';
