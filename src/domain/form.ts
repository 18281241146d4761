import { type Case } from './case';
import { type ReferralPart } from './content';
import { type FormValues } from './draft';

const tick = (on: boolean): string => (on ? 'yes' : 'no');

const optional = ({ opening, urgent }: ReferralPart): FormValues => ({
  ...(opening === undefined ? {} : { opening: opening.kind, 'opening-date': opening.on ?? '' }),
  ...(urgent === undefined ? {} : { urgent: 'yes', 'urgent-reason': urgent }),
});

const texts = ({ contactRole = '', words = '', reach = '' }: ReferralPart): FormValues => ({
  'contact-role': contactRole,
  words,
  'my-contact': reach,
});
const lists = ({ contact = [], shutOut = [], plans = [] }: ReferralPart): FormValues => ({
  contact: contact.join(','),
  'shut-out': shutOut.join(','),
  plan: plans.join(','),
});

/** A referral back in the form it was sent from; what `checkReferral` reads from it is the same referral. */
export const formOf = (
  referral: ReferralPart,
  { informed, contactConsent, recognisable }: Pick<Case, 'informed' | 'contactConsent' | 'recognisable'>,
): FormValues => ({
  ...referral.answers,
  informed,
  'contact-consent': contactConsent,
  anonymous: tick(!recognisable),
  ...lists(referral),
  ...texts(referral),
  ...optional(referral),
});
