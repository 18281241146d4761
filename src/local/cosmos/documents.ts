import { randomUUID } from 'node:crypto';
import { type Container } from './containers';
import { expiresAt, stillAlive } from './expiry';
import { isObject, trustedJson, type JsonObject } from './json';
import { documentsTable } from './key-columns';
import { partitionKeyOf, type PartitionKey } from './partition-key';
import { badRequest, tooLarge } from './refusal';
import { documentRid } from './rid';
import { joined, fragment, numberOf, textOf, type Row, type Sqlite } from './sqlite';

/** One partition of one container at one moment. `now` is in whole seconds since the epoch. */
export type Scope = {
  readonly sqlite: Sqlite;
  readonly container: Container;
  readonly partition: PartitionKey;
  readonly now: number;
};

export type Stored = {
  readonly number: number;
  readonly etag: string;
  readonly body: JsonObject;
  readonly bytes: number;
};

export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_ID_BYTES = 1023;

const SYSTEM = ['_rid', '_self', '_etag', '_attachments', '_ts'];

/** Reads a `body` column. */
export const storedBody = (row: Row): JsonObject => {
  const body = trustedJson(textOf(row, 'body'));
  if (!isObject(body)) throw new Error('a stored document is not an object');
  return body;
};

const toStored = (row: Row): Stored => ({
  number: numberOf(row, 'number'),
  etag: textOf(row, 'etag'),
  body: storedBody(row),
  bytes: Buffer.byteLength(textOf(row, 'body')),
});

/** The live document with this id in the partition. */
export const findDocument = (scope: Scope, id: string): Stored | undefined => {
  const where = joined([fragment('pk = ? AND id = ?', scope.partition, id), stillAlive(scope.now)], ' AND ');
  const table = documentsTable(scope.container.number);
  return scope.sqlite
    .rows(`SELECT number, etag, body FROM ${table} WHERE ${where.sql}`, where.params)
    .map(toStored)[0];
};

/** Throws 400 for an id the service refuses. */
export const idOf = (body: JsonObject): string => {
  const id = body['id'];
  if (typeof id !== 'string' || !/^[^/\\?#]+$/.test(id) || Buffer.byteLength(id) > MOST_ID_BYTES) {
    throw badRequest('The property "id" must be text of 1 to 1023 bytes, with none of / \\ ? #.');
  }
  return id;
};

const checkPartition = (scope: Scope, body: JsonObject): void => {
  if (partitionKeyOf(scope.container.keyPath, body) === scope.partition) return;
  throw badRequest(
    "PartitionKey extracted from document doesn't match the one specified in the header. Learn more: https://aka.ms/CosmosDB/sql/errors/wrong-pk-value",
  );
};

const content = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !SYSTEM.includes(name)));

const stamped = (
  scope: Scope,
  body: JsonObject,
  { number, etag }: Pick<Stored, 'number' | 'etag'>,
): JsonObject => {
  const rid = documentRid(scope.container.rid, number);
  return {
    ...content(body),
    _rid: rid,
    _self: `dbs/${scope.container.database}/colls/${scope.container.definition.id}/docs/${rid}/`,
    _etag: etag,
    _attachments: 'attachments/',
    _ts: scope.now,
  };
};

const checkSize = (text: string): number => {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) throw tooLarge('a document holds at most 2 MB');
  return bytes;
};

/**
 * Writes the document under its number, new or known, with a new ETag. Throws 400 for a wrong id, partition key
 * or ttl, and 413 above 2 MB.
 */
export const putDocument = (scope: Scope, body: JsonObject, number: number): Stored => {
  const { sqlite, container, partition, now } = scope;
  const id = idOf(body);
  checkPartition(scope, body);
  const etag = `"${randomUUID()}"`;
  const document = stamped(scope, body, { number, etag });
  const text = JSON.stringify(document);
  const bytes = checkSize(text);
  sqlite.run(
    `INSERT INTO ${documentsTable(container.number)} (number, pk, id, etag, expires, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET etag = excluded.etag, expires = excluded.expires, body = excluded.body`,
    [number, partition, id, etag, expiresAt(document, now, container.definition.defaultTtl), text],
  );
  return { number, etag, body: document, bytes };
};

export const removeDocument = ({ sqlite, container }: Scope, { number }: Stored): void => {
  sqlite.run(`DELETE FROM ${documentsTable(container.number)} WHERE number = ?`, [number]);
};

/** Deletes what has expired; runs before every write, so that an expired id can be created again. */
export const purgeExpired = ({ sqlite, container, now }: Scope): void => {
  sqlite.run(`DELETE FROM ${documentsTable(container.number)} WHERE expires <= ?`, [now]);
};
