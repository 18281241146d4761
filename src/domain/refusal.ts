/**
 * An expected no. `not-available` says the same whether there is no such case, it is not yours, or you are
 * disqualified (design.md §2); the others are told only to someone who may see the case.
 */
export type Refusal =
  | { readonly kind: 'not-available' }
  | { readonly kind: 'wrong-state' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'not-quorate' }
  | { readonly kind: 'not-understood' }
  | { readonly kind: 'recognisable' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'past-date' }
  | { readonly kind: 'far-date' }
  /** A meeting begins on its own day, and no earlier. */
  | { readonly kind: 'too-early' }
  | { readonly kind: 'review-too-late' }
  | { readonly kind: 'erased' }
  /** The archive has not been given what it is to have a reference for. */
  | { readonly kind: 'export-first' }
  /** A name is given again only when the person knows of the referral. */
  | { readonly kind: 'tell-first' }
  | { readonly kind: 'incomplete' };

export const NOT_AVAILABLE: Refusal = { kind: 'not-available' };
export const WRONG_STATE: Refusal = { kind: 'wrong-state' };
export const PAST_DATE: Refusal = { kind: 'past-date' };
export const CHANGED_MEANWHILE: Refusal = { kind: 'changed-meanwhile' };
export const TOO_EARLY: Refusal = { kind: 'too-early' };
export const TRY_AGAIN: Refusal = { kind: 'try-again' };
/** The leader had 72 hours (domain.md §6). */
export const REVIEW_TOO_LATE: Refusal = { kind: 'review-too-late' };
