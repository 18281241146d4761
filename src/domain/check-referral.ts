import { err, ok, type Result } from '../result';
import {
  type FieldProblem,
  type FormValues,
  LONGEST_TEXT,
  REFERRAL_FIELDS,
  type ReferralField,
} from './draft';
import {
  type Answer,
  type Answers,
  CHOICES,
  OPENINGS,
  PLANS,
  type Question,
  QUESTIONS,
  type Referral,
  SERVICES,
} from './referral';
import { isLocalDate, type LocalDate } from './time';

/** Eleven digits standing alone, in one piece or divided by single signs wherever one likes: "01 01 90-123 45". */
const NUMBER = /(?<!\d)\d(?:[\s.-]?\d){10}(?!\d)/;
export const holdsNumber = (text: string): boolean => NUMBER.test(text);

const TEXTS = ['contact-role', 'words', 'urgent-reason', 'my-contact'] as const;

const given = (values: FormValues, field: ReferralField): string => values[field]?.trim() ?? '';
const pick = <T extends string>(choices: readonly T[], value: string): T | undefined =>
  choices.find(choice => choice === value);
const listed = (value: string): readonly string[] => value.split(',').filter(part => part !== '');
const pickAll = <T extends string>(choices: readonly T[], value: string): readonly T[] =>
  choices.filter(choice => listed(value).includes(choice));

const unanswered = (values: FormValues): readonly FieldProblem[] =>
  QUESTIONS.filter(question => pick<string>(CHOICES[question], given(values, question)) === undefined).map(
    field => ({ field, problem: 'unanswered' }),
  );

const textProblem = (field: (typeof TEXTS)[number], text: string): readonly FieldProblem[] => {
  if (text.length > LONGEST_TEXT) return [{ field, problem: 'too-long' }];
  return holdsNumber(text) ? [{ field, problem: 'holds-number' }] : [];
};

const notChoices = (
  field: ReferralField,
  parts: readonly string[],
  choices: readonly string[],
): readonly FieldProblem[] =>
  parts.every(part => choices.includes(part)) ? [] : [{ field, problem: 'not-a-choice' }];

const dateProblem = (date: string, today: LocalDate): readonly FieldProblem[] => {
  if (date === '') return [];
  if (!isLocalDate(date)) return [{ field: 'opening-date', problem: 'not-a-date' }];
  return date < today ? [{ field: 'opening-date', problem: 'past' }] : [];
};

const reasonProblem = (values: FormValues): readonly FieldProblem[] =>
  given(values, 'urgent') === 'yes' && given(values, 'urgent-reason') === ''
    ? [{ field: 'urgent-reason', problem: 'missing' }]
    : [];

const byField = (one: FieldProblem, other: FieldProblem): number =>
  REFERRAL_FIELDS.indexOf(one.field) - REFERRAL_FIELDS.indexOf(other.field);

const problemsIn = (values: FormValues, today: LocalDate): readonly FieldProblem[] => [
  ...unanswered(values),
  ...notChoices('contact', listed(given(values, 'contact')), SERVICES),
  ...notChoices('shut-out', listed(given(values, 'shut-out')), SERVICES),
  ...notChoices('plan', listed(given(values, 'plan')), PLANS),
  ...notChoices('opening', [given(values, 'opening')], ['', ...OPENINGS]),
  ...dateProblem(given(values, 'opening-date'), today),
  ...reasonProblem(values),
  ...TEXTS.flatMap(field => textProblem(field, given(values, field))),
];

const answer = <Q extends Question>(values: FormValues, question: Q): Answer<Q> | undefined =>
  pick<Answer<Q>>(CHOICES[question], given(values, question));

/** Undefined until all are answered: the questions come from one record, so none can be forgotten. */
const answersIn = (values: FormValues): Answers | undefined => {
  const found = QUESTIONS.map(question => [question, answer(values, question)] as const);
  return found.every(([, value]) => value !== undefined) ? (Object.fromEntries(found) as Answers) : undefined;
};

/** A day without a kind is still an opening: nothing that was filled in is lost. */
const openingIn = (values: FormValues): Pick<Referral, 'opening'> => {
  const on = given(values, 'opening-date');
  const kind = pick(OPENINGS, given(values, 'opening')) ?? (on === '' ? undefined : 'other');
  if (kind === undefined) return {};
  return { opening: isLocalDate(on) ? { kind, on } : { kind } };
};

/** Who says why it is urgent says that it is, ticked or not. */
const urgentIn = (values: FormValues): Pick<Referral, 'urgent'> => {
  const urgent = given(values, 'urgent-reason');
  return urgent === '' ? {} : { urgent };
};

const referralFrom = (values: FormValues, answers: Answers): Referral => ({
  answers,
  recognisable: given(values, 'anonymous') !== 'yes',
  contact: pickAll(SERVICES, given(values, 'contact')),
  shutOut: pickAll(SERVICES, given(values, 'shut-out')),
  plans: pickAll(PLANS, given(values, 'plan')),
  contactRole: given(values, 'contact-role'),
  words: given(values, 'words'),
  reach: given(values, 'my-contact'),
  ...openingIn(values),
  ...urgentIn(values),
});

/** The referral the form holds, or every problem in the order of the fields. An opening may not lie before `today`. */
export const checkReferral = (
  values: FormValues,
  today: LocalDate,
): Result<Referral, readonly FieldProblem[]> => {
  const problems = problemsIn(values, today).toSorted(byField);
  const answers = answersIn(values);
  return answers === undefined || problems.length > 0 ? err(problems) : ok(referralFrom(values, answers));
};
