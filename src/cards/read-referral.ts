import { type ReferralPart } from '../domain/content';
import { type Question } from '../domain/referral';
import { type Drawing } from './drawing';
import { shown } from './text';

export type FactRow = readonly [title: string, value: string];

const when = (given: boolean, fact: () => FactRow): readonly FactRow[] => (given ? [fact()] : []);

/** An answer in the reader's words; none when it lies where the reader may not look. */
export const answerFact = (
  { t }: Pick<Drawing, 't'>,
  question: Question,
  { answers = {} }: ReferralPart,
): readonly FactRow[] => {
  const words: Readonly<Record<string, string>> = t.referral.answers[question];
  const word = words[answers[question] ?? ''];
  return word === undefined ? [] : [[t.referral.topics[question], word]];
};

const lists = ({ t }: Pick<Drawing, 't'>, referral: ReferralPart): readonly FactRow[] => {
  const { contact = [], shutOut = [], plans = [] } = referral;
  const { fields, services, plans: planWords } = t.referral;
  return [
    ...when(contact.length > 0, () => [fields.contact, t.list(contact.map(service => services[service]))]),
    ...when(shutOut.length > 0, () => [
      fields['shut-out'],
      t.list(shutOut.map(service => services[service])),
    ]),
    ...when(plans.length > 0, () => [fields.plan, t.list(plans.map(plan => planWords[plan]))]),
  ];
};

const openingFact = (
  { t, today }: Pick<Drawing, 't' | 'today'>,
  { opening }: ReferralPart,
): readonly FactRow[] => {
  if (opening === undefined) return [];
  const kind = t.referral.openings[opening.kind];
  const value = opening.on === undefined ? kind : `${kind}, ${t.day(opening.on, today)}`;
  return [[t.referral.fields.opening, value]];
};

/** What was added of one's own accord, in the order of the form; what was left empty is not there. */
export const addedFacts = (d: Pick<Drawing, 't' | 'today'>, referral: ReferralPart): readonly FactRow[] => {
  const { fields } = d.t.referral;
  const { contactRole = '', urgent, reach = '' } = referral;
  return [
    ...lists(d, referral),
    ...when(contactRole !== '', () => [fields['contact-role'], shown(contactRole)]),
    ...openingFact(d, referral),
    ...when(urgent !== undefined, () => [fields.urgent, shown(urgent ?? '')]),
    ...when(reach !== '', () => [fields['my-contact'], shown(reach)]),
  ];
};

/** The candidate's own words; "ikke spurt" is shown, not hidden. */
export const ownWords = ({ t }: Pick<Drawing, 't'>, { words = '' }: ReferralPart): FactRow => [
  t.sending.ownWords,
  words === '' ? t.sending.notAsked : shown(words),
];
