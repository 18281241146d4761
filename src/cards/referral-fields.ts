import { type FormValues, type ReferralField } from '../domain/draft';
import { CHOICES, OPENINGS, PLANS, type Question, QUESTIONS, SERVICES } from '../domain/referral';
import { type Words } from '../i18n/words';
import { area, choicesOf, date, line, many, pick, radio, toggle } from './fields';
import { fold } from './parts';
import { type FieldErrors } from './referral-problems';
import { type Data } from './template';

export type Filled = { readonly values: FormValues; readonly errors: FieldErrors };
type Fields = Readonly<Record<string, Data>>;
type Optional = keyof Words['referral']['fields'];

const ask = <F extends ReferralField>(field: F, { values, errors }: Filled) => ({
  id: field,
  value: values[field],
  error: errors[field],
});

/** All answers in sight: one press each, so that the whole referral takes fourteen (domain.md §4). */
const question = (t: Words, field: Question, filled: Filled): Data =>
  radio({
    ...ask(field, filled),
    label: t.referral.questions[field],
    choices: choicesOf<string>(CHOICES[field], t.referral.answers[field]),
  });

const questions = (t: Words, filled: Filled): Fields =>
  Object.fromEntries(QUESTIONS.map(field => [field, question(t, field, filled)]));

const optionalFields = (t: Words, filled: Filled): Fields => {
  const { services, plans, openings, fields, examples } = t.referral;
  const about = (field: Optional) => ({ ...ask(field, filled), label: fields[field] });
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

/** Every field of the form by its id, as its part in the layout asks for it. */
export const referralFields = (t: Words, filled: Filled): Fields => ({
  ...questions(t, filled),
  anonymous: toggle({ ...ask('anonymous', filled), label: t.referral.anonymous }),
  ...optionalFields(t, filled),
});

const FOLDED: Readonly<Record<keyof Words['referral']['folds'], readonly ReferralField[]>> = {
  services: ['contact', 'shut-out', 'plan', 'contact-role'],
  words: ['words'],
  now: ['opening', 'opening-date', 'urgent', 'urgent-reason'],
  me: ['my-contact'],
};

/** What may be skipped, folded; a fold with an error in it stands open. */
export const referralFolds = (t: Words, errors: FieldErrors): Fields => {
  const folded = (key: keyof typeof FOLDED): Data => {
    const { title, hint } = t.referral.folds[key];
    return fold(t, {
      id: `s-${key}`,
      title: `${title} (${t.common.optional})`,
      hint,
      open: FOLDED[key].some(field => errors[field] !== undefined),
    });
  };
  return { services: folded('services'), words: folded('words'), now: folded('now'), me: folded('me') };
};
