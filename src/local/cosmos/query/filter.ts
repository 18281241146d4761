import { type Scalar } from '../json';
import { keyValues, RANK, type Key, type KeyValues } from '../key-columns';
import { literal, fragment, joined, type Bind, type Fragment } from '../sqlite';
import { sqliteJsonPath, type PropertyPath } from '../property-path';
import { type Comparator, type Condition } from './ast';

/** How a query reaches properties in the container it runs on. */
export type Reach = {
  readonly key: (path: PropertyPath) => Key;
  /** The documents whose indexed array holds the value; undefined where the array must be searched. */
  readonly holders: (path: PropertyPath, value: KeyValues) => Fragment | undefined;
};

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;
type Term<K extends Condition['kind']> = (reach: Reach, condition: Of<K>, negated: boolean) => Fragment;

const INVERSE: Readonly<Record<Comparator, Comparator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

const NOTHING = fragment('0');

const compare = (reach: Reach, { path, comparator, value }: Of<'compare'>, negated: boolean): Fragment => {
  const key = reach.key(path);
  const sign = negated ? INVERSE[comparator] : comparator;
  return fragment(`(${key.rank} = ? AND ${key.value} ${sign} ?)`, ...keyValues(value));
};

const listOf = (key: Key, sign: 'IN' | 'NOT IN', [rank, values]: readonly [number, Bind[]]): Fragment =>
  fragment(
    `(${key.rank} = ? AND ${key.value} ${sign} (${values.map(() => '?').join(', ')}))`,
    rank,
    ...values,
  );

const byRank = (values: readonly Scalar[]): readonly (readonly [number, Bind[]])[] => {
  const pairs = values.map(keyValues);
  const ranks = [...new Set(pairs.map(([rank]) => rank))];
  return ranks.map(rank => [rank, pairs.filter(([own]) => own === rank).map(([, value]) => value)]);
};

const among = (reach: Reach, { by, path, values }: Of<'among'>, negated: boolean): Fragment => {
  const key = reach.key(path);
  const groups = byRank(values);
  const [first] = groups;
  if (negated && by === 'in') {
    return first !== undefined && groups.length === 1 ? listOf(key, 'NOT IN', first) : NOTHING;
  }
  const present =
    first === undefined
      ? NOTHING
      : joined(
          groups.map(group => listOf(key, 'IN', group)),
          ' OR ',
        );
  return negated
    ? fragment(`(${key.rank} > 0 AND NOT (${present.sql}))`, ...present.params)
    : fragment(`(${present.sql})`, ...present.params);
};

const searched = (path: PropertyPath, value: Scalar): Fragment => {
  const elements = `json_each(body, ${literal(sqliteJsonPath(path))})`;
  const [, bound] = keyValues(value);
  const types =
    typeof value === 'number' ? ['integer', 'real'] : [value === null ? 'null' : elementType(value)];
  const listed = types.map(literal).join(', ');
  return fragment(
    `EXISTS (SELECT 1 FROM ${elements} AS item WHERE item.type IN (${listed}) AND ifnull(item.value, '') = ?)`,
    bound,
  );
};

const elementType = (value: string | boolean | number): string =>
  typeof value === 'boolean' ? String(value) : 'text';

const holds = (reach: Reach, { path, value }: Of<'holds'>, negated: boolean): Fragment => {
  const indexed = negated ? undefined : reach.holders(path, keyValues(value));
  if (indexed !== undefined) return indexed;
  const found = searched(path, value);
  const array = `${reach.key(path).rank} = ${String(RANK.array)}`;
  return fragment(`(${array} AND ${negated ? 'NOT ' : ''}${found.sql})`, ...found.params);
};

const defined = (reach: Reach, { path }: Of<'defined'>, negated: boolean): Fragment =>
  fragment(`${reach.key(path).rank} ${negated ? '=' : '>'} ${String(RANK.undefined)}`);

/** The last code point there is, so that the range holds every text with the prefix. */
const LAST = '\u{10FFFF}';

const starts = (reach: Reach, { path, prefix }: Of<'starts'>, negated: boolean): Fragment => {
  const { rank, value } = reach.key(path);
  const isText = `${rank} = ${String(RANK.string)}`;
  const begins = `substr(${value}, 1, ?)`;
  const length = Array.from(prefix).length;
  if (negated) return fragment(`(${isText} AND ${begins} != ?)`, length, prefix);
  return fragment(
    `(${isText} AND ${value} >= ? AND ${value} <= ? AND ${begins} = ?)`,
    ...[prefix, prefix + LAST, length, prefix],
  );
};

const chain = (reach: Reach, { kind, of }: Of<'all' | 'any'>, negated: boolean): Fragment => {
  const terms = joined(
    of.map(term => filter(reach, term, negated)),
    (kind === 'all') === negated ? ' OR ' : ' AND ',
  );
  return fragment(`(${terms.sql})`, ...terms.params);
};

const TERMS: { readonly [K in Condition['kind']]: Term<K> } = {
  all: chain,
  any: chain,
  not: (reach, { of }, negated) => filter(reach, of, !negated),
  fixed: (_, { holds: always }, negated) => fragment(always === negated ? '0' : '1'),
  compare,
  among,
  holds,
  defined,
  starts,
};

const termOf = <K extends Condition['kind']>(kind: K): Term<K> => TERMS[kind];

/**
 * SQL that is true exactly where the service's condition is true. The service knows a third answer, undefined,
 * for a missing property and for values of different types, and NOT of undefined is undefined: therefore NOT
 * is carried down to the single terms, and each says where it is true and where it is false.
 */
export const filter = (reach: Reach, condition: Condition, negated = false): Fragment =>
  termOf(condition.kind)(reach, condition, negated);
