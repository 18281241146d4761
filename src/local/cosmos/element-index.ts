import { documentsTable, isNew, rankOf, type KeyValues } from './key-columns';
import { ELEMENTS, pathText, sqliteJsonPath, type PropertyPath } from './property-path';
import { fragment, literal, quoted, type Fragment, type Sqlite } from './sqlite';

/** Which documents hold which value in an indexed array: one row for each, kept by triggers. */
export const elementsTable = (container: number): string => `elements_${String(container)}`;

type Rows = { readonly columns: string; readonly elements: string };

/** The elements of the array at `path` in the row called `row`; none where there is no array. */
const elementsOf = (row: string, path: PropertyPath): Rows => {
  const place = literal(sqliteJsonPath(path));
  const array = `iif(json_type(${row}.body, ${place}) = 'array', json_extract(${row}.body, ${place}), '[]')`;
  return {
    columns: `${literal(pathText(path))}, ${rankOf('item.type')}, ifnull(item.value, ''), ${row}.number`,
    elements: `json_each(${array}) AS item`,
  };
};

const addTriggers = (sqlite: Sqlite, container: number, path: PropertyPath): void => {
  const [documents, table] = [documentsTable(container), elementsTable(container)];
  const { columns, elements } = elementsOf('new', path);
  const fill = `INSERT OR IGNORE INTO ${table} SELECT ${columns} FROM ${elements}`;
  const empty = `DELETE FROM ${table} WHERE path = ${literal(pathText(path))} AND document = old.number`;
  Object.entries({ INSERT: fill, UPDATE: `${empty}; ${fill}`, DELETE: empty }).forEach(([change, work]) => {
    const name = quoted(`${table}:${pathText(path)}:${change}`);
    sqlite.run(`CREATE TRIGGER ${name} AFTER ${change} ON ${documents} BEGIN ${work}; END`);
  });
};

const addExisting = (sqlite: Sqlite, container: number, path: PropertyPath): void => {
  const { columns, elements } = elementsOf('every', path);
  const source = `${documentsTable(container)} AS every, ${elements}`;
  sqlite.run(`INSERT OR IGNORE INTO ${elementsTable(container)} SELECT ${columns} FROM ${source}`);
};

/** Builds the index of an array's elements unless it exists; the first time costs the whole container. */
export const ensureElements = (sqlite: Sqlite, container: number, path: PropertyPath): void => {
  const array = path.filter(step => step !== ELEMENTS);
  if (!isNew(sqlite, `${elementsTable(container)}:${pathText(array)}:INSERT`)) return;
  sqlite.transaction(() => {
    addTriggers(sqlite, container, array);
    addExisting(sqlite, container, array);
  });
};

/** The documents whose array at `path` holds the value, given as its rank and itself. */
export const holdersOf = (container: number, path: PropertyPath, [rank, value]: KeyValues): Fragment =>
  fragment(
    `number IN (SELECT document FROM ${elementsTable(container)} WHERE path = ? AND rank = ? AND value = ?)`,
    pathText(path),
    rank,
    value,
  );
