import { type Brand } from './brand';

/** "SU-7K3Q-9F2X": what people say aloud. Never a sequence; the last sign checks the seven before it. */
export type CaseCode = Brand<string, 'CaseCode'>;

/** 31 signs, a prime, so that every single slip and every swap of two neighbours is caught. No 0, I, L, O or U. */
const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHAPE = /^SU-[1-9A-HJKMNP-TV-Z]{4}-[1-9A-HJKMNP-TV-Z]{4}$/;
const LENGTH = 7;

const weigh = (body: string): number =>
  Array.from(body).reduce((sum, sign, place) => sum + (place + 2) * SIGNS.indexOf(sign), 0);
const checkSign = (body: string): string => SIGNS.charAt(weigh(body) % SIGNS.length);

const spell = (number: bigint, places: number): string =>
  places === 0 ? '' : spell(number / 31n, places - 1) + SIGNS.charAt(Number(number % 31n));

/** `chance` is hexadecimal text of at least 64 unpredictable bits. */
export const codeFrom = (chance: string): CaseCode => {
  const body = spell(BigInt(`0x${chance.slice(0, 16)}`), LENGTH);
  const whole = body + checkSign(body);
  return `SU-${whole.slice(0, 4)}-${whole.slice(4)}` as CaseCode;
};

export const isCaseCode = (text: string): text is CaseCode => {
  const signs = text.slice(3).replace('-', '');
  return SHAPE.test(text) && checkSign(signs.slice(0, LENGTH)) === signs.charAt(LENGTH);
};

const LIKE_A_CODE = /^SU-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/i;

const spelled = (typed: string): string => {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^SU/, '');
  return `SU-${signs.slice(0, 4)}-${signs.slice(4)}`;
};

/** Letters of other alphabets that look like ours are no code: not read, and not read past (security.md row 19). */
const TYPED = /^[0-9A-Za-z\s\p{Pd}.]*$/u;

/** What someone typed, in any case and spacing, with or without "SU"; undefined when the check sign is wrong. */
export const readCode = (typed: string): CaseCode | undefined => {
  const code = spelled(typed);
  return TYPED.test(typed) && isCaseCode(code) ? code : undefined;
};

const signsOf = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Whether somebody may be on their way to typing this code, with or without "SU": with nothing, they are to every one. */
export const beginsCode = (typed: string, code: CaseCode): boolean => {
  const [begun, whole] = [signsOf(typed), signsOf(code)];
  return TYPED.test(typed) && (whole.startsWith(begun) || whole.slice('SU'.length).startsWith(begun));
};

const BEGUN = /^(?:SU)?[1-9A-HJKMNP-TV-Z]{0,8}$/;

/** Whether it may be the beginning of any code at all: how it is written decides, never which codes there are. */
export const mayBeginCode = (typed: string): boolean => TYPED.test(typed) && BEGUN.test(signsOf(typed));

/**
 * A code as codes are spelled, mistyped or not; undefined for what is not written like one. It may be repeated without
 * repeating somebody's name.
 */
export const spellCode = (typed: string): string | undefined =>
  readCode(typed) ?? (LIKE_A_CODE.test(typed) ? spelled(typed) : undefined);
