import { type Catalog, described, type Described } from './catalog';
import { parseDefinition } from './container-definition';
import { elementsTable, ensureElements } from './element-index';
import { type Database } from './databases';
import { namedPaths } from './indexing-policy';
import { type Json } from './json';
import { documentsTable, ensureComposite, ensureIndex } from './key-columns';
import { ELEMENTS } from './property-path';
import { badRequest, conflict, notFound } from './refusal';
import { containerRid } from './rid';
import { numberOf, textOf, type Row, type Sqlite } from './sqlite';

export type Container = {
  readonly number: number;
  readonly database: string;
  readonly rid: string;
  /** Grows by one with every write; the session token says it. */
  readonly lsn: number;
} & Described;

const COLUMNS = 'number, definition, lsn';

const toContainer =
  ({ describe }: Catalog, database: Database) =>
  (row: Row): Container => ({
    number: numberOf(row, 'number'),
    database: database.id,
    rid: containerRid(database.number, numberOf(row, 'number')),
    lsn: numberOf(row, 'lsn'),
    ...describe(textOf(row, 'definition')),
  });

export const listContainers = (catalog: Catalog, database: Database): readonly Container[] =>
  catalog.sqlite
    .rows(`SELECT ${COLUMNS} FROM containers WHERE database = ? ORDER BY number`, [database.id])
    .map(toContainer(catalog, database));

/** Throws 404. */
export const findContainer = (catalog: Catalog, database: Database, id: string): Container => {
  const rows = catalog.sqlite.rows(`SELECT ${COLUMNS} FROM containers WHERE database = ? AND id = ?`, [
    database.id,
    id,
  ]);
  const [found] = rows.map(toContainer(catalog, database));
  if (found === undefined) throw notFound();
  return found;
};

const createDocuments = (sqlite: Sqlite, container: number): void => {
  const [documents, elements] = [documentsTable(container), elementsTable(container)];
  sqlite.run(
    `CREATE TABLE ${documents} (number INTEGER PRIMARY KEY, pk TEXT NOT NULL, id TEXT NOT NULL,
       etag TEXT NOT NULL, expires INTEGER, body TEXT NOT NULL, UNIQUE (pk, id))`,
  );
  sqlite.run(`CREATE INDEX ${documents}_expires ON ${documents} (expires) WHERE expires IS NOT NULL`);
  sqlite.run(
    `CREATE TABLE ${elements} (path TEXT NOT NULL, rank INTEGER NOT NULL, value NOT NULL,
       document INTEGER NOT NULL, PRIMARY KEY (path, rank, value, document)) WITHOUT ROWID`,
  );
  sqlite.run(`CREATE INDEX ${elements}_document ON ${elements} (path, document)`);
};

const buildIndexes = (sqlite: Sqlite, { number, indexes }: Container): void => {
  namedPaths(indexes).forEach(path => {
    if (path.at(-1) === ELEMENTS) ensureElements(sqlite, number, path);
    else ensureIndex(sqlite, number, path);
  });
  indexes.composites.forEach(keys => {
    ensureComposite(sqlite, number, keys);
  });
};

/** Throws 409 when the id is taken, 400 when the definition asks for what this server lacks. */
export const createContainer = (catalog: Catalog, database: Database, body: Json): Container => {
  const { sqlite } = catalog;
  const { definition } = described(parseDefinition(body));
  const taken = sqlite.rows('SELECT 1 AS found FROM containers WHERE database = ? AND id = ?', [
    database.id,
    definition.id,
  ]);
  if (taken.length > 0) throw conflict();
  sqlite.transaction(() => {
    sqlite.run('INSERT INTO containers (database, id, definition, lsn) VALUES (?, ?, ?, 0)', [
      database.id,
      definition.id,
      JSON.stringify(definition),
    ]);
    createDocuments(sqlite, findContainer(catalog, database, definition.id).number);
  });
  const container = findContainer(catalog, database, definition.id);
  buildIndexes(sqlite, container);
  return container;
};

/** Only the indexing policy may change; what the policy no longer names stays built and unused. */
export const replaceContainer = (sqlite: Sqlite, before: Container, body: Json): Container => {
  const definition = parseDefinition(body);
  const kept = { ...definition, indexingPolicy: before.definition.indexingPolicy };
  if (JSON.stringify(kept) !== JSON.stringify(before.definition)) {
    throw badRequest('Only the indexing policy of a container can be replaced.');
  }
  sqlite.run('UPDATE containers SET definition = ? WHERE number = ?', [
    JSON.stringify(definition),
    before.number,
  ]);
  const container = { ...before, ...described(definition) };
  buildIndexes(sqlite, container);
  return container;
};

/** For use inside a transaction. */
export const dropContainer = (sqlite: Sqlite, { number }: Container): void => {
  sqlite.run(`DROP TABLE ${documentsTable(number)}`);
  sqlite.run(`DROP TABLE ${elementsTable(number)}`);
  sqlite.run('DELETE FROM containers WHERE number = ?', [number]);
};

export const dropContainers = (catalog: Catalog, database: Database): void => {
  listContainers(catalog, database).forEach(container => {
    dropContainer(catalog.sqlite, container);
  });
};

/** The next log sequence number, taken by every write; new documents are numbered by it. */
export const nextLsn = (sqlite: Sqlite, { number }: Container): number => {
  const [row] = sqlite.rows('UPDATE containers SET lsn = lsn + 1 WHERE number = ? RETURNING lsn', [number]);
  if (row === undefined) throw notFound();
  return numberOf(row, 'lsn');
};

export const containerBody = ({ definition, rid, database }: Container): object => ({
  ...definition,
  _rid: rid,
  _self: `dbs/${database}/colls/${definition.id}/`,
  _etag: `"${rid}"`,
  _docs: 'docs/',
});

export const currentLsn = (sqlite: Sqlite, { number }: Container): number => {
  const [row] = sqlite.rows('SELECT lsn FROM containers WHERE number = ?', [number]);
  return row === undefined ? 0 : numberOf(row, 'lsn');
};
