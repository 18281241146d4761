import { type Key } from '../key-columns';
import { samePath } from '../property-path';
import { fragment, type Bind, type Fragment, type Row } from '../sqlite';
import { type Query } from './ast';
import { conjuncts, soughtBy } from './conjuncts';
import { type Reach } from './filter';

/** Where the last row of a page stood: rank and value of each sort key, then the document's number. */
export type Position = readonly (string | number)[];

type Column = { readonly sql: string; readonly descending: boolean };

/** The columns by which rows are ordered; the document's number last makes every position unique. */
export type Order = { readonly columns: readonly Column[]; readonly seeks: boolean };

/**
 * An index may give the order when nothing else is sought or the sought property is the one ordered by; else the
 * plus keeps SQLite from walking the whole order to find the few rows that the filter wants.
 */
const seeksOrder = ({ where, orderBy: [first] }: Query): boolean => {
  const sought = conjuncts(where)
    .map(soughtBy)
    .filter(path => path !== undefined);
  return sought.length === 0 || (first !== undefined && sought.some(path => samePath(path, first.path)));
};

const columnsOf = ({ rank, value }: Key, descending: boolean): readonly Column[] => [
  { sql: rank, descending },
  { sql: value, descending },
];

export const orderOf = (reach: Reach, query: Query): Order => ({
  columns: [
    ...query.orderBy.flatMap(({ path, descending }) => columnsOf(reach.key(path), descending)),
    { sql: 'number', descending: query.orderBy[0]?.descending ?? false },
  ],
  seeks: seeksOrder(query),
});

export const orderSql = ({ columns, seeks }: Order): string =>
  columns.map(({ sql, descending }) => `${seeks ? '' : '+'}${sql}${descending ? ' DESC' : ''}`).join(', ');

export const positionSql = ({ columns }: Order): string =>
  columns.map(({ sql }, index) => `${sql} AS p${String(index)}`).join(', ');

/** Throws a fault when a column is neither text nor number. */
export const positionOf = ({ columns }: Order, row: Row): Position =>
  columns.map((_, index) => {
    const value = row[`p${String(index)}`];
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error('a sort key has no value');
    return value;
  });

type Bound = Column & { readonly value: Bind };

const beyond = ([first, ...rest]: readonly Bound[]): Fragment => {
  if (first === undefined) return fragment('0');
  const later = beyond(rest);
  const sign = first.descending ? '<' : '>';
  return fragment(
    `(+${first.sql} ${sign} ? OR (+${first.sql} = ? AND ${later.sql}))`,
    first.value,
    first.value,
    ...later.params,
  );
};

const seek = ([rank, value]: readonly Bound[]): Fragment => {
  if (rank === undefined) return fragment('1');
  const sign = rank.descending ? '<=' : '>=';
  return value === undefined
    ? fragment(`${rank.sql} ${sign} ?`, rank.value)
    : fragment(`(${rank.sql}, ${value.sql}) ${sign} (?, ?)`, rank.value, value.value);
};

/** What comes after a position; the first part lets an index start there, the second is exact. */
export const after = ({ columns, seeks }: Order, position: Position): Fragment => {
  const bound = columns.map((column, index) => ({ ...column, value: position[index] ?? null }));
  const exact = beyond(bound);
  const start = seeks ? seek(bound) : fragment('1');
  return fragment(`${start.sql} AND ${exact.sql}`, ...start.params, ...exact.params);
};
