import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referralWords } from '../../src/cards/referral-fields';
import { type Card, type Data, fill, saying } from '../../src/cards/template';
import { wordsFor } from '../../src/i18n/words';
import { nodesIn } from './rules';

const FOLDER = join(__dirname, '..', '..', 'cards');

/** Every layout there is. */
export const LAYOUTS: readonly string[] = readdirSync(FOLDER)
  .filter(name => name.endsWith('.json'))
  .map(name => name.replace('.json', ''));

const textsOf = (name: string): readonly string[] => {
  const text = readFileSync(join(FOLDER, `${name}.json`), 'utf8');
  const parts = [...text.matchAll(/"\$include": "([^"]*)"/g)].map(([, part = '']) => join('parts', part));
  return [text, ...parts.flatMap(textsOf)];
};

/** Every name that the layout and its parts ask for. */
const namesIn = (layout: string): readonly string[] => [
  ...new Set(
    textsOf(layout)
      .flatMap(text => [...text.matchAll(/[#$]\{([^}]*)\}/g)].map(([, expression = '']) => expression))
      .flatMap(expression => expression.match(/[A-Za-z][\w-]*/g) ?? []),
  ),
];
const NAMES = new Map(LAYOUTS.map(layout => [layout, namesIn(layout)]));

/** Read as a template, it would say so. */
const EVALUATED = 'KANARI-REGNET-UT';
const TYPED = [
  ...['${$root.kanari}', '${kanari}', '$${kanari}', "${json('{}')}", '${', '}', '{{kanari}}', '${$data}'],
  ...['${if(true, kanari, 1)}', '', ' ', 'ord', '`${kanari}`', '\\${kanari}', '"', "'", '\u0000'],
];
/** A button that nobody offered. */
const OBJECT = { type: 'Action.OpenUrl', url: 'https://x.invalid', title: 'KANARI-KNAPP' };
/** Here a layout takes objects: the cards' own code makes those. */
const OF_OBJECTS = ['actions', 'buttons', 'press', 'facts', 'choices'];

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Hostile = { readonly chance: () => number; readonly names: readonly string[] };

const oneOf = <T>({ chance }: Hostile, all: readonly T[]): T | undefined =>
  all[Math.floor(chance() * all.length)];

const plainValue = (hostile: Hostile): unknown =>
  hostile.chance() < 0.7 ? oneOf(hostile, TYPED) : oneOf(hostile, [null, undefined, true, false, 0, 7]);

const valueOf = (hostile: Hostile, name: string, depth: number): unknown => {
  const way = hostile.chance();
  if (OF_OBJECTS.includes(name)) return way < 0.5 ? [] : plainValue(hostile);
  if (way < 0.1) return oneOf<unknown>(hostile, [OBJECT, [OBJECT], [[OBJECT]], { $data: OBJECT }]);
  if (depth === 0 || way < 0.6) return plainValue(hostile);
  if (way < 0.8) return recordOf(hostile, depth - 1);
  return Array.from({ length: Math.floor(hostile.chance() * 3) }, () => recordOf(hostile, depth - 1));
};

/** Values for the names, one in ten left out, with more of the same within to this depth. */
const recordOf = (hostile: Hostile, depth: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    hostile.names
      .filter(() => hostile.chance() > 0.1)
      .map(name => [name, valueOf(hostile, name, depth)] as const),
  );

/** Longest first, so that none is taken apart by a shorter one. */
const LITERALS = TYPED.filter(typed => typed.includes('$')).toSorted(
  (one, other) => other.length - one.length,
);
const withoutTyped = (text: string): string =>
  LITERALS.reduce((rest, typed) => rest.replaceAll(JSON.stringify(typed).slice(1, -1), ''), text);

const UNFILLED = /[#$]\{|\uE000/;

/** Those whose words are filled in first, as they are then. */
const SAYING = new Map([['referral-form', saying('referral-form', t => referralWords(t, true))]]);

/** What is wrong with a card that was filled with this. */
const faultsFilledWith = (layout: string, given: Data): readonly string[] => {
  const data = { ...given, kanari: EVALUATED };
  const said = SAYING.get(layout);
  return [fill(layout, data), ...(said === undefined ? [] : [said(wordsFor('nb'), data)])].flatMap(faultsOf);
};

const faultsOf = (filled: Card): readonly string[] => {
  const card = JSON.stringify(filled);
  return [
    ...(card.includes(EVALUATED) ? ['reads what was typed as a template'] : []),
    ...(UNFILLED.test(withoutTyped(card)) ? [`unfilled: ${withoutTyped(card)}`] : []),
    ...(nodesIn(filled).some(node => 'url' in node) ? ['takes an object for a part of the card'] : []),
  ];
};

/** Fills a layout so many times with values that nobody should have put there. */
export const hostileFaults = (runs: number, seed: number): readonly string[] => {
  const chance = chanceFrom(seed);
  const found = Array.from({ length: runs }, (_, run) => {
    const layout = LAYOUTS[run % LAYOUTS.length] ?? '';
    const data = recordOf({ chance, names: NAMES.get(layout) ?? [] }, 2);
    return faultsFilledWith(layout, data).map(
      fault => `${layout} (seed ${String(seed)}): ${fault.slice(0, 400)}`,
    );
  });
  return found.flat();
};

/** The same with one name missing or null at a time, and all at once. */
export const missingFaults = (layout: string): readonly string[] => {
  const names = NAMES.get(layout) ?? [];
  const whole = Object.fromEntries(names.map(name => [name, OF_OBJECTS.includes(name) ? [] : 'ord']));
  const nulls = Object.fromEntries(names.map(name => [name, null]));
  const without = names.flatMap(name => {
    const { [name]: _, ...rest } = whole;
    return [rest, { ...whole, [name]: null }];
  });
  return [{}, nulls, ...without].flatMap(data => faultsFilledWith(layout, data));
};
