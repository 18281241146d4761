import { type ConsentValues } from '../domain/consent-form';
import { type Words } from '../i18n/words';
import { type Carried } from './button';
import { typed } from './text';

/** Given for the first time, or anew: one form, under another name. */
export const CONSENT_KINDS = ['record', 'renew'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

const VERBS = {
  record: { start: 'start-consent', adjust: 'adjust-consent', save: 'record-consent' },
  renew: { start: 'start-renewal', adjust: 'adjust-renewal', save: 'renew-consent' },
} as const;

type Named = {
  readonly verbs: (typeof VERBS)[ConsentKind];
  readonly title: string;
  readonly lead: string;
  readonly save: string;
};

export const consentKind = ({ consent: t }: Words, kind: ConsentKind): Named =>
  kind === 'record'
    ? { verbs: VERBS.record, title: t.record, lead: t.staysLocked, save: t.save }
    : { verbs: VERBS.renew, title: t.renew, lead: t.renewLead, save: t.saveRenewal };

/** What was typed in the form, on a card that has no room for its inputs: a button brings it back. */
export const carriedValues = (values: ConsentValues): Carried =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, typed(value)]));
