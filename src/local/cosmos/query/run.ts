import { storedBody } from '../documents';
import { queryCharge } from '../charge';
import { stillAlive } from '../expiry';
import { type Json } from '../json';
import { documentsTable } from '../key-columns';
import { fragment, joined, numberOf, type Fragment, type Row } from '../sqlite';
import { type Query } from './ast';
import { fingerprint, readContinuation, writeContinuation, type Continuation } from './continuation';
import { filter } from './filter';
import { after, orderOf, orderSql, positionOf, positionSql, type Order } from './order';
import { parseQuery, type QuerySpec } from './parse';
import { project } from './project';
import { checkIndexes, partitionOf, reachOf, type Target } from './reach';

export type Page = { readonly size: number; readonly token: string | undefined };

export type Results = {
  readonly documents: readonly Json[];
  readonly continuation: string | undefined;
  readonly charge: number;
};

const MOST_PAGE_BYTES = 4 * 1024 * 1024;

const within = ({ partition, now }: Target, conditions: readonly Fragment[]): Fragment =>
  joined(
    [...(partition === undefined ? [] : [fragment('pk = ?', partition)]), ...conditions, stillAlive(now)],
    ' AND ',
  );

/** A selected value that is missing gives no row, so that TOP and pages count what is given. */
const selected = (target: Target, query: Query): Fragment => {
  const reach = reachOf(target);
  const where = filter(reach, query.where);
  if (query.selection.kind !== 'value') return where;
  return joined([where, filter(reach, { kind: 'defined', path: query.selection.path })], ' AND ');
};

type Rows = { readonly from: Continuation | undefined; readonly limit: number };
export type Statement = Fragment & { readonly order: Order };

/** The statement for at most `limit` rows that come after the continuation. */
export const statementFor = (target: Target, query: Query, page: Rows): Statement => {
  const order = orderOf(reachOf(target), query);
  const rest = page.from === undefined ? [] : [after(order, page.from.after)];
  const where = within(target, [selected(target, query), ...rest]);
  const table = documentsTable(target.container.number);
  return {
    order,
    sql: `SELECT ${positionSql(order)}, body FROM ${table} WHERE ${where.sql} ORDER BY ${orderSql(order)} LIMIT ?`,
    params: [...where.params, page.limit],
  };
};

const counted = (target: Target, query: Query): Results => {
  const where = within(target, [selected(target, query)]);
  const table = documentsTable(target.container.number);
  const [row] = target.sqlite.rows(`SELECT count(*) AS total FROM ${table} WHERE ${where.sql}`, where.params);
  return { documents: [numberOf(row ?? {}, 'total')], continuation: undefined, charge: queryCharge(1, 0) };
};

/** As many rows as fit a page in number and in size, at least one. */
const fitting = (rows: readonly Row[], size: number): readonly Row[] => {
  let bytes = 0;
  const tooMany = rows.findIndex((row, index) => {
    bytes += String(row['body']).length;
    return index > 0 && bytes > MOST_PAGE_BYTES;
  });
  return rows.slice(0, Math.min(size, tooMany < 0 ? size : tooMany));
};

const paged = (target: Target, query: Query, page: Page & { readonly of: string }): Results => {
  const from = page.token === undefined ? undefined : readContinuation(page.token, page.of);
  const left = from === undefined ? query.top : from.left;
  const size = Math.min(page.size, left ?? page.size);
  const { order, sql, params } = statementFor(target, query, { from, limit: size + 1 });
  const rows = target.sqlite.rows(sql, params);
  const given = fitting(rows, size);
  const last = given.at(-1);
  const remaining = left === undefined ? undefined : left - given.length;
  const more = last !== undefined && rows.length > given.length && remaining !== 0;
  const documents = given.flatMap(row => project(query.selection, storedBody(row)));
  return {
    documents,
    charge: queryCharge(documents.length, JSON.stringify(documents).length),
    continuation: more
      ? writeContinuation({ of: page.of, after: positionOf(order, last), left: remaining })
      : undefined,
  };
};

/**
 * One page. The account has one physical partition, so that whatever spans partitions is answered here, in order
 * and whole, and the SDK needs no plan. Throws 400 as parseQuery and checkIndexes say.
 */
export const runQuery = (asked: Target, spec: QuerySpec, page: Page): Results => {
  const query = parseQuery(spec);
  const target = { ...asked, partition: partitionOf(asked, query) };
  checkIndexes(target, query);
  if (query.selection.kind === 'count') return counted(target, query);
  return paged(target, query, { ...page, of: fingerprint(spec, target.partition) });
};
