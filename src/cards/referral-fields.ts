import { type FormValues, REFERRAL_FIELDS, type ReferralField } from '../domain/draft';
import { CHOICES, OPENINGS, PLANS, type Question, QUESTIONS, SERVICES } from '../domain/referral';
import { type Words } from '../i18n/words';
import { answered, area, choicesOf, date, line, many, pick, radio, ticked, toggle } from './fields';
import { fold, only } from './parts';
import { type FieldErrors } from './referral-problems';
import { type Data } from './template';

type Filled = { readonly values: FormValues; readonly errors: FieldErrors };
type Fields = Readonly<Record<string, Data>>;
type Optional = keyof Words['referral']['fields'];

/** All answers in sight: one press each, so that the whole referral takes fourteen (domain.md §4). */
const question = (t: Words, field: Question): Data =>
  radio({
    id: field,
    label: t.referral.questions[field],
    choices: choicesOf<string>(CHOICES[field], t.referral.answers[field]),
  });

const questions = (t: Words): Fields =>
  Object.fromEntries(QUESTIONS.map(field => [field, question(t, field)]));

const optionalFields = (t: Words): Fields => {
  const { services, plans, openings, fields, examples } = t.referral;
  const about = (field: Optional) => ({ id: field, label: fields[field] });
  return {
    contact: many({ ...about('contact'), choices: choicesOf(SERVICES, services) }),
    'shut-out': many({ ...about('shut-out'), choices: choicesOf(SERVICES, services) }),
    plan: many({ ...about('plan'), choices: choicesOf(PLANS, plans) }),
    'contact-role': line({ ...about('contact-role'), placeholder: examples['contact-role'] }),
    words: area({ ...about('words'), placeholder: examples.words }),
    opening: pick(t, { ...about('opening'), choices: choicesOf(OPENINGS, openings) }),
    'opening-date': date(about('opening-date')),
    urgent: toggle(about('urgent')),
    'urgent-reason': line({ ...about('urgent-reason'), placeholder: examples['urgent-reason'] }),
    'my-contact': line(about('my-contact')),
  };
};

const FOLDED: Readonly<Record<keyof Words['referral']['folds'], readonly ReferralField[]>> = {
  services: ['contact', 'shut-out', 'plan', 'contact-role'],
  words: ['words'],
  now: ['opening', 'opening-date', 'urgent', 'urgent-reason'],
  me: ['my-contact'],
};

const folds = (t: Words): Fields => {
  const folded = (key: keyof typeof FOLDED): Data => {
    const { title, hint } = t.referral.folds[key];
    return fold(t, { id: `s-${key}`, title: `${title} (${t.common.optional})`, hint });
  };
  return { services: folded('services'), words: folded('words'), now: folded('now'), me: folded('me') };
};

/**
 * What the form says, whoever fills it in: every field by its id, as its part in the layout asks for it. Only where
 * something is to be corrected (`marked`) are the fields asked for what is wrong.
 */
export const referralWords = (t: Words, marked: boolean): Data => ({
  f: {
    ...questions(t),
    anonymous: toggle({ id: 'anonymous', label: t.referral.anonymous }),
    ...optionalFields(t),
  },
  folds: folds(t),
  lang: t.lang,
  danger: only(!marked, () => t.common.danger),
  marked: only(marked, () => true),
  childDuty: t.referral.childDuty,
  anonymousMeans: t.referral.anonymousMeans,
  keepItShort: t.common.keepItShort,
});

const TICKS: readonly ReferralField[] = ['anonymous', 'urgent'];

/** What stands in the fields and below them; a fold with an error in it stands open. */
export const referralAnswers = ({ values, errors }: Filled): Data => {
  const answer = (field: ReferralField): Data =>
    (TICKS.includes(field) ? ticked : answered)({ value: values[field], error: errors[field] });
  const isOpen = (fields: readonly ReferralField[]): boolean =>
    fields.some(field => errors[field] !== undefined);
  return {
    f: Object.fromEntries(REFERRAL_FIELDS.map(field => [field, answer(field)])),
    folds: Object.fromEntries(Object.entries(FOLDED).map(([key, fields]) => [key, { open: isOpen(fields) }])),
  };
};
