import { CASE_STATES, type CaseState } from '../domain/case';

/** "submitted … X" of domain.md §15: the open states before there is a consent, in this order. */
export const BEFORE_CONSENT: readonly CaseState[] = [
  'submitted',
  'needs-info',
  'ready-for-review',
  'deferred',
  'awaiting-consent',
];
export const UP_TO_DEFERRED: readonly CaseState[] = BEFORE_CONSENT.filter(
  state => state !== 'awaiting-consent',
);
/** A participant: taken in, with a consent. */
export const WORKING: readonly CaseState[] = ['mapping', 'active'];
/** With a consent, or with one that ran out. */
export const CONSENTED: readonly CaseState[] = [...WORKING, 'consent-expired'];
export const OPEN: readonly CaseState[] = [...BEFORE_CONSENT, ...CONSENTED];
export const ON_AGENDAS: readonly CaseState[] = [
  'ready-for-review',
  'deferred',
  'awaiting-consent',
  ...CONSENTED,
];
export const ANY: readonly CaseState[] = CASE_STATES;
