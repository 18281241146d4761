import { readCode } from '../domain/code';

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d{2}';
const DATE = [
  `${DAY}(?:\\. ?|[/-])${MONTH}(?:\\. ?|[/-])(?:${YEAR}|\\d{2})`,
  `${DAY} ${MONTH} ${YEAR}`,
  `${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`,
].join('|');
const TIME = '(?:[01]?\\d|2[0-3])[.:][0-5]\\d';
const TIMES = `${TIME}(?: ?- ?${TIME})?`;
/** Nothing that goes on: a day within a longer number is no day. */
const BEFORE = '(?<![\\d.+-])';
const AFTER = '(?![./-]?\\d)';
/** A birth date with its five digits is a number and no day, however they are divided. */
const NO_NUMBER_AFTER = '(?![ ./-]{0,3}\\d(?:[ .-]?\\d){4}(?!\\d))';

/** What holds many digits and is about nobody: days, from one to another or with a time, and times. */
const HARMLESS: readonly RegExp[] = [
  new RegExp(`${BEFORE}(?:${DATE}|${DAY}\\.) ?- ?(?:${DATE})${AFTER}`, 'g'),
  new RegExp(`${BEFORE}(?:${DATE}),?(?: kl\\.?)? ${TIMES}${AFTER}`, 'gi'),
  new RegExp(`${BEFORE}(?:${DATE})${AFTER}${NO_NUMBER_AFTER}`, 'g'),
  new RegExp(`${BEFORE}${TIME} ?- ?${TIME}${AFTER}`, 'g'),
  new RegExp(`\\bkl\\.? ?${TIME}${AFTER}`, 'gi'),
];
const LIKE_A_CODE = /\bSU-?[0-9A-Z]{4}-?[0-9A-Z]{4}\b/gi;
/** Digits with little between them: at most three signs, as people divide one number. */
const RUN = /\+?\d+(?:[ ./()-]{1,3}\d+)*/g;

/** Birth numbers and D-numbers, synthetic and mistyped ones too, also with the century; phones, with a country or without. */
const OF_A_PERSON =
  /^(?:\d{11}|\d{4}(?:19|20)\d{7}|(?:19|20)\d{11}|(?:(?:00)?47)?[2-9]\d{7}|00[1-9]\d{7,12})$/;
const ABROAD = /^[1-9]\d{7,14}$/;
const LONGEST = 15;

/** As this keyboard writes it: every dash and space the same, and nothing between the digits that cannot be seen. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Mn}]/gu, '')
    .replace(/\p{Pd}|[\u2212_*·|]/gu, '-')
    .replace(/\p{Zs}/gu, ' ');

const withoutHarmless = (text: string): string =>
  HARMLESS.reduce(
    (rest, pattern) => rest.replace(pattern, ' x '),
    text.replace(LIKE_A_CODE, found => (readCode(found) === undefined ? found : ' x ')),
  );

/** Everything that whole groups of digits can be read as from here on: "12 99 88" is 12, 1299 and 129988. */
const readingsFrom = (groups: readonly string[], start: number): readonly string[] =>
  groups.slice(start, start + LONGEST).map((_, place) => groups.slice(start, start + place + 1).join(''));

const isOfAPerson = (run: string): boolean => {
  const groups = run.split(/\D+/).filter(group => group !== '');
  if (run.startsWith('+') && readingsFrom(groups, 0).some(number => ABROAD.test(number))) return true;
  return groups.some((_, start) => readingsFrom(groups, start).some(number => OF_A_PERSON.test(number)));
};

/**
 * Whether what somebody wrote in a chat holds what looks like a national identity number or a phone number, in any way
 * people divide them. Codes of cases, days and times are none.
 */
export const holdsPerson = (text: string): boolean =>
  (withoutHarmless(plain(text)).match(RUN) ?? []).some(isOfAPerson);
