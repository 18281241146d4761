import { isObject, type Json, type JsonObject } from './json';
import { badRequest, conflict, notFound } from './refusal';
import { databaseRid } from './rid';
import { numberOf, textOf, type Row, type Sqlite } from './sqlite';

export type Database = { readonly number: number; readonly id: string };

export const createTables = (sqlite: Sqlite): void => {
  sqlite.run(
    'CREATE TABLE IF NOT EXISTS databases (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE)',
  );
  sqlite.run(
    `CREATE TABLE IF NOT EXISTS containers (number INTEGER PRIMARY KEY AUTOINCREMENT, database TEXT NOT NULL,
       id TEXT NOT NULL, definition TEXT NOT NULL, lsn INTEGER NOT NULL, UNIQUE (database, id))`,
  );
};

const toDatabase = (row: Row): Database => ({ number: numberOf(row, 'number'), id: textOf(row, 'id') });

export const listDatabases = (sqlite: Sqlite): readonly Database[] =>
  sqlite.rows('SELECT number, id FROM databases ORDER BY number').map(toDatabase);

/** Throws 404. */
export const findDatabase = (sqlite: Sqlite, id: string): Database => {
  const [found] = sqlite.rows('SELECT number, id FROM databases WHERE id = ?', [id]).map(toDatabase);
  if (found === undefined) throw notFound();
  return found;
};

const databaseId = (body: Json): string => {
  const id = isObject(body) ? body['id'] : undefined;
  if (typeof id !== 'string' || !/^[^/\\?#]{1,255}$/.test(id)) {
    throw badRequest('A database needs an id of 1 to 255 characters, none of / \\ ? #.');
  }
  return id;
};

/** Throws 409 when the id is taken. */
export const createDatabase = (sqlite: Sqlite, body: Json): Database => {
  const id = databaseId(body);
  if (sqlite.rows('SELECT 1 AS found FROM databases WHERE id = ?', [id]).length > 0) throw conflict();
  sqlite.run('INSERT INTO databases (id) VALUES (?)', [id]);
  return findDatabase(sqlite, id);
};

export const deleteDatabase = (sqlite: Sqlite, { id }: Database): void => {
  sqlite.run('DELETE FROM databases WHERE id = ?', [id]);
};

export const databaseBody = ({ id, number }: Database): JsonObject => ({
  id,
  _rid: databaseRid(number),
  _self: `dbs/${id}/`,
  _etag: `"${databaseRid(number)}"`,
  _colls: 'colls/',
  _users: 'users/',
});
