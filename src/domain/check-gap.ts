import { type GapCategory, GAPS } from './action-choices';
import { holdsNumber } from './check-referral';
import { isCaseCode, readCode } from './code';
import { LONGEST_TEXT } from './draft';
import { type Partner, PARTNERS } from './people';
import { err, ok, type Result } from '../result';

export const GAP_FIELDS = ['category', 'partners', 'missing'] as const;
export type GapField = (typeof GAP_FIELDS)[number];
/** Every input of the form, as text, just as it was given; several ticks are joined by commas. */
export type GapValues = Readonly<Partial<Record<GapField, string>>>;
export type GapProblem = {
  readonly field: GapField;
  readonly problem: 'missing' | 'too-long' | 'holds-number' | 'holds-code' | 'holds-address';
};
export type GapText = { readonly category: GapCategory; readonly text: string };
export type GapGiven = GapText & { readonly partners: readonly Partner[] };
/** Whether a text holds a national identity number or a phone number. */
export type HoldsPerson = (text: string) => boolean;

/** As this keyboard writes it: every dash and space the same, and nothing that cannot be seen. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .replace(/[\p{Pd}\u2212_*·|]/gu, '-')
    .replace(/[\p{Cc}\p{Zs}]/gu, ' ');

/** As codes are spelled, mistyped or not, wherever it stands. */
const SPELLED = /SU-[0-9A-Z]{4}-[0-9A-Z]{4}/i;
/** At every place in a text, for one may begin within another. */
const WITH_SU = /(?=(SU[ .-]{0,3}[0-9A-Z]{4}[ .-]{0,3}[0-9A-Z]{4}))/gi;
const WITHOUT_SU = /(?<![0-9A-Za-zÆØÅæøå])(?=([0-9A-Za-z]{4}[ .-]{0,3}[0-9A-Za-z]{4})(?![0-9A-Za-zÆØÅæøå]))/g;

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, ...groups]) => groups);

/** A word of eight letters may pass for a code by its check sign: without "SU" a digit or a dash must be in it. */
const isBareCode = (typed: string): boolean => /[\d-]/.test(typed) && readCode(typed) !== undefined;

/** Whether the code of a case stands anywhere in a text, in any case and spacing, also without "SU". */
export const holdsCode = (text: string): boolean => {
  const whole = plain(text);
  return (
    SPELLED.test(whole) ||
    isCaseCode(whole.trim()) ||
    found(whole, WITH_SU).some(typed => readCode(typed) !== undefined) ||
    found(whole, WITHOUT_SU).some(isBareCode)
  );
};

/** How it is kept: in one line, and without what cannot be seen. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const textProblem = (text: string, holdsPerson: HoldsPerson): GapProblem['problem'] | undefined => {
  if (text === '') return 'missing';
  if (text.length > LONGEST_TEXT) return 'too-long';
  if (holdsPerson(text) || holdsNumber(plain(text))) return 'holds-number';
  if (holdsCode(text)) return 'holds-code';
  return plain(text).includes('@') ? 'holds-address' : undefined;
};

const checkText = (
  values: GapValues,
  holdsPerson: HoldsPerson,
): { readonly text: string; readonly problems: readonly GapProblem[] } => {
  const text = tidy(values.missing ?? '');
  const problem = textProblem(text, holdsPerson);
  return { text, problems: problem === undefined ? [] : [{ field: 'missing', problem }] };
};

const categoryIn = ({ category }: GapValues): GapCategory | undefined => GAPS.find(gap => gap === category);
const partnersIn = ({ partners = '' }: GapValues): readonly Partner[] =>
  PARTNERS.filter(partner => partners.split(',').includes(partner));

const NO_CATEGORY: GapProblem = { field: 'category', problem: 'missing' };
const NO_PARTNER: GapProblem = { field: 'partners', problem: 'missing' };

/** What the coordinator lets the steering group read, under the same rules as what was reported. */
export const checkClearing = (
  values: GapValues,
  holdsPerson: HoldsPerson,
): Result<GapText, readonly GapProblem[]> => {
  const category = categoryIn(values);
  const { text, problems } = checkText(values, holdsPerson);
  if (category !== undefined && problems.length === 0) return ok({ category, text });
  return err([...(category === undefined ? [NO_CATEGORY] : []), ...problems]);
};

/** About services, never about a person: numbers, codes and addresses are refused, names the form warns of (domain.md §10). */
export const checkGap = (
  values: GapValues,
  holdsPerson: HoldsPerson,
): Result<GapGiven, readonly GapProblem[]> => {
  const partners = partnersIn(values);
  const checked = checkClearing(values, holdsPerson);
  if (checked.ok && partners.length > 0) return ok({ ...checked.value, partners });
  const problems = [...(checked.ok ? [] : checked.error), ...(partners.length === 0 ? [NO_PARTNER] : [])];
  return err(
    problems.toSorted((one, other) => GAP_FIELDS.indexOf(one.field) - GAP_FIELDS.indexOf(other.field)),
  );
};
