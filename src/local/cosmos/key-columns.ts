import { type SortKey } from './indexing-policy';
import { type Scalar } from './json';
import { pathText, sqliteJsonPath, type PropertyPath } from './property-path';
import { literal, quoted, type Sqlite } from './sqlite';

/**
 * Every comparison and every order is by two expressions: the value's type as a rank (undefined before null,
 * then boolean, number, string, array, object, as the service orders them) and the value itself, never SQL's
 * NULL. For an indexed property they are virtual columns, so that SQLite's planner can use the indexes on them.
 */
export const RANK = { undefined: 0, null: 1, boolean: 2, number: 3, string: 4, array: 5, object: 6 } as const;

export type Key = { readonly rank: string; readonly value: string };

export type KeyValues = readonly [rank: number, value: string | number];

/** The rank and the value as the key columns hold them. */
export const keyValues = (value: Scalar): KeyValues => {
  if (value === null) return [RANK.null, ''];
  if (typeof value === 'boolean') return [RANK.boolean, Number(value)];
  return typeof value === 'number' ? [RANK.number, value] : [RANK.string, value];
};

const WHEN_TYPE = Object.entries({
  null: RANK.null,
  false: RANK.boolean,
  true: RANK.boolean,
  integer: RANK.number,
  real: RANK.number,
  text: RANK.string,
  array: RANK.array,
  object: RANK.object,
})
  .map(([type, rank]) => `WHEN '${type}' THEN ${String(rank)}`)
  .join(' ');

/** The rank of what SQLite's JSON functions call a type. */
export const rankOf = (type: string): string =>
  `(CASE ${type} ${WHEN_TYPE} ELSE ${String(RANK.undefined)} END)`;

/** The key worked out from the document's body, for a property without columns. */
export const inlineKey = (path: PropertyPath): Key => {
  const place = literal(sqliteJsonPath(path));
  return {
    rank: rankOf(`json_type(body, ${place})`),
    value: `ifnull(json_extract(body, ${place}), '')`,
  };
};

const columnKey = (path: PropertyPath): Key => ({
  rank: quoted(`r:${pathText(path)}`),
  value: quoted(`v:${pathText(path)}`),
});

const keyColumns = (path: PropertyPath): string => {
  const key = columnKey(path);
  return `${key.rank}, ${key.value}`;
};

export const documentsTable = (container: number): string => `documents_${String(container)}`;

export const isNew = (sqlite: Sqlite, name: string): boolean =>
  sqlite.rows('SELECT 1 AS found FROM sqlite_schema WHERE name = ?', [name]).length === 0;

const addKeyColumns = (sqlite: Sqlite, table: string, path: PropertyPath): void => {
  const column = columnKey(path);
  const worked = inlineKey(path);
  sqlite.run(`ALTER TABLE ${table} ADD COLUMN ${column.rank} INTEGER AS (${worked.rank}) VIRTUAL`);
  sqlite.run(`ALTER TABLE ${table} ADD COLUMN ${column.value} AS (${worked.value}) VIRTUAL`);
};

/** One index across the container and one within each partition: either kind of query costs its result. */
const addIndexes = (sqlite: Sqlite, container: number, path: PropertyPath): void => {
  const table = documentsTable(container);
  const name = `${table}:${pathText(path)}`;
  sqlite.run(`CREATE INDEX ${quoted(name)} ON ${table} (${keyColumns(path)})`);
  sqlite.run(`CREATE INDEX ${quoted(`${name}:pk`)} ON ${table} (pk, ${keyColumns(path)})`);
};

/** Builds the property's columns and indexes unless they exist; the first time costs the whole container. */
export const ensureIndex = (sqlite: Sqlite, container: number, path: PropertyPath): Key => {
  if (isNew(sqlite, `${documentsTable(container)}:${pathText(path)}`)) {
    sqlite.transaction(() => {
      addKeyColumns(sqlite, documentsTable(container), path);
      addIndexes(sqlite, container, path);
    });
  }
  return columnKey(path);
};

const sortColumns = (keys: readonly SortKey[]): string => {
  const turned = keys[0]?.descending === true;
  return keys
    .flatMap(({ path, descending }) => {
      const { rank, value } = columnKey(path);
      const direction = descending === turned ? '' : ' DESC';
      return [`${rank}${direction}`, `${value}${direction}`];
    })
    .join(', ');
};

/** A composite index, built with its first property ascending: SQLite walks it both ways. */
export const ensureComposite = (sqlite: Sqlite, container: number, keys: readonly SortKey[]): void => {
  keys.forEach(({ path }) => ensureIndex(sqlite, container, path));
  const table = documentsTable(container);
  const columns = sortColumns(keys);
  const name = `${table}:${keys.map(({ path, descending }) => pathText(path) + (descending ? '-' : '+')).join('')}`;
  sqlite.run(`CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${table} (${columns})`);
  sqlite.run(`CREATE INDEX IF NOT EXISTS ${quoted(`${name}:pk`)} ON ${table} (pk, ${columns})`);
};
