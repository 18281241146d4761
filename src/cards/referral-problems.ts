import { type FieldProblem, LONGEST_TEXT, REFERRAL_FIELDS, type ReferralField } from '../domain/draft';
import { type Words } from '../i18n/words';

export type FieldErrors = Readonly<Partial<Record<ReferralField, string>>>;

const labelsOf = ({ referral }: Words): Readonly<Record<ReferralField, string>> => ({
  ...referral.questions,
  ...referral.fields,
  anonymous: referral.anonymous,
});

/** What is wrong and what to do, in that order; the same words stand in the summary and at the field. */
const errorFor = (t: Words, found: FieldProblem): string => {
  switch (found.problem) {
    case 'unanswered':
      return t.referral.unanswered[found.field];
    case 'too-long':
      return t.sending.tooLong(labelsOf(t)[found.field], LONGEST_TEXT);
    case 'holds-number':
      return t.sending.holdsNumber(labelsOf(t)[found.field]);
    case 'not-a-choice':
      return t.sending.notAChoice(labelsOf(t)[found.field]);
    case 'not-a-date':
      return t.sending.notADate;
    case 'past':
      return t.sending.past;
    case 'missing':
      return t.sending.reasonMissing;
  }
};

/** The errors by field, in the order the fields stand. */
export const fieldErrors = (t: Words, problems: readonly FieldProblem[]): FieldErrors =>
  Object.fromEntries(
    REFERRAL_FIELDS.flatMap(field => problems.filter(found => found.field === field).slice(0, 1)).map(
      found => [found.field, errorFor(t, found)],
    ),
  );
