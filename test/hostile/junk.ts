import { type Element } from '../../src/local/demo/element';
import { type Random } from './random';
import { type Things, TYPED } from './scene';

const MARK = '\u0001raw:';
/** Stands for bytes that no serialiser writes; `unmarked` puts them there. */
const raw = (text: string): string => `${MARK}${text}\u0001`;
const MARKED = /"\\u0001raw:(.*?)\\u0001"/g;
export const unmarked = (text: string): string => text.replace(MARKED, (_, inner: string) => inner);

const LONG = 5_000;
const TOO_LONG = 70_000;
const deep = (levels: number): unknown => {
  let value: unknown = TYPED;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

const LONE = ['\ud800', '\udfff', `${TYPED}\ud83d`, '\udc00\ud800'] as const;
const CONTROLS = [
  '\u0000',
  `a\u0000${TYPED}`,
  '\u001b[2J',
  '\r\nx: y',
  '\u202e\u2066',
  '\u0007\u0008',
  '\ufeff',
] as const;
const PROTO_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'] as const;
const ODD_NUMBERS = [-1, 0.1, 1e308, -0, Number.MAX_SAFE_INTEGER, 2 ** 53] as const;
const RAW_NUMBERS = ['1e999', '-1e999', '1e-999', '123456789012345678901234567890', '0.1e1'] as const;
/** What is no JSON at all. */
const NO_NUMBERS = ['NaN', 'Infinity', '-Infinity', '0x10', '01', '+1', 'undefined', '1.'] as const;
export const VERBS = [
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'then',
    'Open-Case',
    ' open-case',
    'open_case',
  ],
  ...['', '../open-case', 'open-case\u0000', TYPED, 'erase-case', 'seed-person', 'remind-contributors'],
] as const;

/** A value that is what nobody sends in this place. */
export const JUNK = {
  null: () => null,
  'wrong type': (random: Random) => random.pick([true, false, 7, -1, {}, [], { $ne: '' }, [null]]),
  'list for object': (random: Random, value: unknown) =>
    Array.isArray(value)
      ? { ...Object.fromEntries(Object.entries(value)) }
      : random.pick([[value], [], [[value]]]),
  'deep nesting': (random: Random) => deep(random.pick([3, 7, 8, 9, 40, 400])),
  'huge text': (random: Random) =>
    TYPED.repeat(Math.ceil(random.pick([LONG, LONG, LONG, TOO_LONG]) / TYPED.length)),
  'prototype keys': (random: Random) => ({ [random.pick(PROTO_KEYS)]: { polluted: TYPED }, verb: 'x' }),
  'lone surrogates': (random: Random) => random.pick(LONE),
  'control characters': (random: Random) => random.pick(CONTROLS),
  'number as text': (random: Random, value: unknown) =>
    typeof value === 'number' ? String(value) : random.pick([7, 1.5, 0, ...ODD_NUMBERS]),
  'number beyond numbers': (random: Random) =>
    raw(random.pick([...RAW_NUMBERS, ...RAW_NUMBERS, ...NO_NUMBERS])),
} as const satisfies Readonly<Record<string, (random: Random, value: unknown) => unknown>>;
export type JunkKind = keyof typeof JUNK;
const isKind = (key: string): key is JunkKind => Object.hasOwn(JUNK, key);
export const JUNK_KINDS: readonly JunkKind[] = Object.keys(JUNK).filter(isKind);

/** What belongs to others, or to nobody. */
export const foreignIn = ({ foreignCase, foreignDraft }: Things): Element => ({
  caseId: foreignCase,
  draftId: foreignDraft,
});

/** What no field of ours takes, whatever it is for. */
export const SPOILT = [
  null,
  7.5,
  true,
  {},
  [],
  ['x'],
  { $gt: '' },
  'x'.repeat(LONG),
  '\u0000',
  '__proto__\ud800',
] as const;
