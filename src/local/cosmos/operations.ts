import { readCharge, writeCharge, type WriteKind } from './charge';
import { nextLsn } from './containers';
import { findDocument, idOf, putDocument, removeDocument, type Scope, type Stored } from './documents';
import { type Json, type JsonObject } from './json';
import { parsePatch, patched } from './patch';
import { badRequest, conflict, notFound, preconditionFailed } from './refusal';
import { holds } from './query/holds';

type Preconditions = {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
};

export type Outcome = {
  readonly status: 200 | 201 | 204 | 304;
  readonly charge: number;
  readonly etag?: string;
  readonly document?: JsonObject;
};

type Named = Preconditions & { readonly id: string };
type Given = Preconditions & { readonly body: JsonObject };
type Change = Named & Given;
type Patching = Named & { readonly patch: Json };

const written = (scope: Scope, kind: WriteKind, { body, etag }: Stored): Outcome => ({
  status: kind === 'create' ? 201 : 200,
  charge: writeCharge(kind, scope.container.indexes, body),
  etag,
  document: body,
});

const names = (condition: string | undefined, { etag }: Stored): boolean =>
  condition === '*' || condition === etag;

/** Throws 412 when the document is not as the caller believes. */
const checkPreconditions = (stored: Stored, { ifMatch, ifNoneMatch }: Preconditions): void => {
  const changed = ifMatch !== undefined && !names(ifMatch, stored);
  const unwanted = ifNoneMatch !== undefined && names(ifNoneMatch, stored);
  if (changed || unwanted) throw preconditionFailed();
};

const existing = (scope: Scope, { id, ...preconditions }: Named): Stored => {
  const stored = findDocument(scope, id);
  if (stored === undefined) throw notFound();
  checkPreconditions(stored, preconditions);
  return stored;
};

/** 304 when If-None-Match names the present version. Throws 404. */
export const readDocument = (scope: Scope, { id, ifNoneMatch }: Named): Outcome => {
  const stored = findDocument(scope, id);
  if (stored === undefined) throw notFound();
  const { etag, body, bytes } = stored;
  if (ifNoneMatch !== undefined && names(ifNoneMatch, stored)) {
    return { status: 304, charge: readCharge(0), etag };
  }
  return { status: 200, charge: readCharge(bytes), etag, document: body };
};

const insert = (scope: Scope, body: JsonObject): Outcome =>
  written(scope, 'create', putDocument(scope, body, nextLsn(scope.sqlite, scope.container)));

const overwrite = (scope: Scope, body: JsonObject, { number }: Stored): Outcome => {
  nextLsn(scope.sqlite, scope.container);
  return written(scope, 'replace', putDocument(scope, body, number));
};

/** Throws 409 when the id is taken in this partition. */
export const createDocument = (scope: Scope, { body }: Given): Outcome => {
  if (findDocument(scope, idOf(body)) !== undefined) throw conflict();
  return insert(scope, body);
};

/** Creates when there is nothing, whatever If-Match says, as the service does; else replaces. */
export const upsertDocument = (scope: Scope, { body, ...preconditions }: Given): Outcome => {
  const stored = findDocument(scope, idOf(body));
  if (stored === undefined) return insert(scope, body);
  checkPreconditions(stored, preconditions);
  return overwrite(scope, body, stored);
};

/** Throws 404, 412, and 400 when the body carries another id. */
export const replaceDocument = (scope: Scope, change: Change): Outcome => {
  const stored = existing(scope, change);
  if (idOf(change.body) !== change.id) throw badRequest('A replace must carry the id of the document.');
  return overwrite(scope, change.body, stored);
};

/** Throws 404, 412 (also when the patch's own condition does not hold), and 400 for a patch that cannot be applied. */
export const patchDocument = (scope: Scope, change: Patching): Outcome => {
  const stored = existing(scope, change);
  const patch = parsePatch(change.patch, scope.container.definition.partitionKey.paths[0]);
  if (patch.condition !== undefined && !holds(scope, stored, patch.condition)) throw preconditionFailed();
  return overwrite(scope, patched(stored.body, patch.operations), stored);
};

/** Throws 404 and 412. */
export const deleteDocument = (scope: Scope, named: Named): Outcome => {
  const stored = existing(scope, named);
  nextLsn(scope.sqlite, scope.container);
  removeDocument(scope, stored);
  return { status: 204, charge: writeCharge('delete', scope.container.indexes, stored.body) };
};
