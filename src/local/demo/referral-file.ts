import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fieldErrors } from '../../cards/referral-problems';
import { type IdentityProblem } from '../../cards/identity-form';
import { checkReferral } from '../../domain/check-referral';
import { type FormValues, REFERRAL_FIELDS, type ReferralField } from '../../domain/draft';
import { type Referral } from '../../domain/referral';
import { type LocalDate } from '../../domain/time';
import { nb } from '../../i18n/nb';
import { err, ok, type Result } from '../../result';
import { checkIdentity } from '../../teams/identity-number';
import { fileWords } from './words';

const Text = z.string();
/** A list of ticks is one text with commas, as the form sends it. */
const Value = z.union([Text, z.array(Text).transform(values => values.join(','))]);
const Values = z.strictObject(
  Object.fromEntries(REFERRAL_FIELDS.map(field => [field, Value.exactOptional()])) as Readonly<
    Record<ReferralField, z.ZodExactOptional<typeof Value>>
  >,
);
const Identity = z.strictObject({
  name: Text.optional(),
  nin: Text.optional(),
  birthYear: z.union([Text, z.number().transform(String)]).optional(),
});
const File = Values.extend({ identity: Identity.optional() });

type IdentityInputs = Readonly<Record<'name' | 'nin' | 'birth-year', string>>;
export type ReferralFile = {
  readonly values: FormValues;
  readonly referral: Referral;
  readonly identity?: IdentityInputs;
};

/** One line per field that is wrong, in bokmål. */
type Problems = readonly string[];

const shapeProblem = (issue: z.core.$ZodIssue): Problems => {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(fileWords.unknownField);
  const field = issue.path.join('.');
  return [field === '' ? fileWords.notAnObject : fileWords.notAText(field)];
};

const identityWords = (found: IdentityProblem): string => {
  const { identity } = nb;
  const words: Readonly<Record<IdentityProblem['problem'], string>> = {
    digits: 'count' in found ? identity.wrongDigits(found.count) : '',
    invalid: identity.invalidNumber,
    year: identity.wrongYear,
    'too-long': fileWords.nameTooLong,
    'holds-number': identity.numberInName,
    empty: fileWords.emptyIdentity,
  };
  return fileWords.problem(`identity.${found.field}`, words[found.problem]);
};

type Given = z.infer<typeof File>['identity'];
const inputsOf = (given: NonNullable<Given>): IdentityInputs => ({
  name: given.name ?? '',
  nin: given.nin ?? '',
  'birth-year': given.birthYear ?? '',
});

const identityProblems = (given: Given, today: LocalDate): Problems => {
  if (given === undefined) return [];
  const checked = checkIdentity(inputsOf(given), { syntheticAllowed: true, today });
  return checked.ok ? [] : checked.error.map(identityWords);
};

const parsed = (path: string): Result<unknown, Problems> => {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    return err([fault instanceof SyntaxError ? fileWords.notJson(path) : fileWords.notReadable(path)]);
  }
};

const checkFile = (
  { identity, ...values }: z.infer<typeof File>,
  today: LocalDate,
): Result<ReferralFile, Problems> => {
  const checked = checkReferral(values, today);
  const wrong = checked.ok ? {} : fieldErrors(nb, checked.error);
  const problems = [
    ...Object.entries(wrong).map(([field, words]) => fileWords.problem(field, words)),
    ...identityProblems(identity, today),
  ];
  if (!checked.ok || problems.length > 0) return err(problems);
  const named = identity === undefined ? {} : { identity: inputsOf(identity) };
  return ok({ values, referral: checked.value, ...named });
};

/** A referral as somebody wrote it down: the form's own fields, and an identity when they chose to give one. */
export const readReferralFile = (path: string, today: LocalDate): Result<ReferralFile, Problems> => {
  const json = parsed(path);
  if (!json.ok) return json;
  const file = File.safeParse(json.value);
  return file.success ? checkFile(file.data, today) : err(file.error.issues.flatMap(shapeProblem));
};
