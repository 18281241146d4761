import { idnr } from '@navikt/fnrvalidator';
import { type IdentityProblem } from '../cards/identity-form';
import { holdsNumber } from '../domain/check-referral';
import { LONGEST_TEXT } from '../domain/draft';
import { type CandidateIdentity } from '../domain/referral';
import { type LocalDate } from '../domain/time';
import { err, ok, type Result } from '../result';

export type IdentityValues = {
  readonly name?: string | undefined;
  readonly nin?: string | undefined;
  readonly 'birth-year'?: string | undefined;
};
type Checking = {
  /** Numbers that stand for nobody are for worlds with nobody in them: never in production. */
  readonly syntheticAllowed: boolean;
  readonly today: LocalDate;
};

const OLDEST = 120;
const REAL = ['fnr', 'dnr'];
const SYNTHETIC = ['tnr', 'dnr-and-tnr'];

const isAllowed = (number: string, { syntheticAllowed }: Checking): boolean => {
  const found = idnr(number);
  if (found.status !== 'valid') return false;
  return REAL.includes(found.type) || (syntheticAllowed && SYNTHETIC.includes(found.type));
};

const numberProblems = (number: string, checking: Checking): readonly IdentityProblem[] => {
  if (number === '') return [];
  if (!/^\d{11}$/.test(number))
    return [{ field: 'nin', problem: 'digits', count: number.replace(/\D/g, '').length }];
  return isAllowed(number, checking) ? [] : [{ field: 'nin', problem: 'invalid' }];
};

const yearProblems = (year: string, { today }: Checking): readonly IdentityProblem[] => {
  const thisYear = Number(today.slice(0, 4));
  const fits = /^\d{4}$/.test(year) && Number(year) <= thisYear && Number(year) > thisYear - OLDEST;
  return year === '' || fits ? [] : [{ field: 'birth-year', problem: 'year' }];
};

/** A number has a field of its own, where it is checked, and found again. */
const nameProblems = (name: string): readonly IdentityProblem[] => {
  if (name.length > LONGEST_TEXT) return [{ field: 'name', problem: 'too-long' }];
  return holdsNumber(name) ? [{ field: 'name', problem: 'holds-number' }] : [];
};

const trimmed = (values: IdentityValues) => ({
  name: values.name?.trim() ?? '',
  number: values.nin?.replace(/\s/g, '') ?? '',
  year: values['birth-year']?.trim() ?? '',
});

/** Who the candidate is, or what is wrong with what was typed; something must be given to give a name at all. */
export const checkIdentity = (
  values: IdentityValues,
  checking: Checking,
): Result<CandidateIdentity, readonly IdentityProblem[]> => {
  const { name, number, year } = trimmed(values);
  if (name + number + year === '') return err([{ field: 'name', problem: 'empty' }]);
  const problems = [
    ...nameProblems(name),
    ...numberProblems(number, checking),
    ...yearProblems(year, checking),
  ];
  if (problems.length > 0) return err(problems);
  return ok({
    ...(name === '' ? {} : { name }),
    ...(number === '' ? {} : { number }),
    ...(year === '' ? {} : { birthYear: Number(year) }),
  });
};
