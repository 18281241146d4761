import { parseBatch, runBatch } from './batch';
import { currentLsn, type Container } from './containers';
import { purgeExpired, type Scope } from './documents';
import { parseJson, parseObject, type JsonObject } from './json';
import { containerOf, type Route, type World } from './metadata-routes';
import * as operations from './operations';
import { parsePartitionKey } from './partition-key';
import { parseSpec, type QuerySpec } from './query/parse';
import { QUERY_PLAN } from './query/plan';
import { runQuery } from './query/run';
import { badRequest, unsupported } from './refusal';
import { kindOf, shapeOf, type Request } from './request';
import { checkSession, sessionToken } from './session';
import { type Answer, type WireKind } from './wire';

type Work = (scope: Scope, request: Request) => Answer;

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

const scopeOf = (world: World, container: Container, request: Request): Scope => {
  const partition = parsePartitionKey(request.header('x-ms-documentdb-partitionkey'));
  if (partition === undefined) throw badRequest('The partition key header is required for this operation.');
  return { sqlite: world.catalog.sqlite, container, partition, now: seconds(world.now()) };
};

const answerOf = ({ status, charge, etag, document }: operations.Outcome): Answer => ({
  status,
  charge,
  ...(document === undefined ? {} : { body: document }),
  ...(etag === undefined ? {} : { headers: { etag } }),
});

const named = ({ segments, header }: Request) => ({
  id: segments[5] ?? '',
  ifMatch: header('if-match'),
  ifNoneMatch: header('if-none-match'),
});

const change = (request: Request) => ({
  ...named(request),
  body: parseObject(request.body(), 'The request body'),
});

const patching = (request: Request) => ({
  ...named(request),
  patch: parseJson(request.body(), 'The patch'),
});

const withoutBodies = (results: readonly JsonObject[]): readonly JsonObject[] =>
  results.map(({ resourceBody: _, ...rest }) => rest);

const batch: Work = (scope, request) => {
  if (request.header('x-ms-cosmos-batch-atomic')?.toLowerCase() !== 'true') {
    throw unsupported('bulk operations');
  }
  const { status, charge, results } = runBatch(scope, parseBatch(parseJson(request.body(), 'The batch')));
  const minimal = request.header('prefer') === 'return=minimal';
  return { status, charge, body: minimal ? withoutBodies(results) : results };
};

const inTransaction =
  (operate: (scope: Scope, request: Request) => operations.Outcome): Work =>
  (scope, request) =>
    answerOf(scope.sqlite.transaction(() => operate(scope, request)));

const WRITES: Readonly<Partial<Record<WireKind, Work>>> = {
  create: inTransaction((scope, request) => operations.createDocument(scope, change(request))),
  upsert: inTransaction((scope, request) => operations.upsertDocument(scope, change(request))),
  replace: inTransaction((scope, request) => operations.replaceDocument(scope, change(request))),
  patch: inTransaction((scope, request) => operations.patchDocument(scope, patching(request))),
  delete: inTransaction((scope, request) => operations.deleteDocument(scope, named(request))),
  batch,
};

const pageOf = ({ header }: Request) => {
  const size = Number(header('x-ms-max-item-count') ?? -1);
  if (!Number.isInteger(size) || size < -1 || size === 0 || size > 1000) {
    throw badRequest('x-ms-max-item-count must be -1 or 1 to 1000.');
  }
  return { size: size === -1 ? 100 : size, token: header('x-ms-continuation') };
};

/** A GET of the feed is a query for everything. */
const specOf = (request: Request): QuerySpec =>
  request.method === 'GET'
    ? { query: 'SELECT * FROM c', parameters: [] }
    : parseSpec(parseJson(request.body(), 'The query'));

const query = (world: World, container: Container, request: Request): Answer => {
  const partition = parsePartitionKey(request.header('x-ms-documentdb-partitionkey'));
  const target = { sqlite: world.catalog.sqlite, container, partition, now: seconds(world.now()) };
  const { documents, continuation, charge } = runQuery(target, specOf(request), pageOf(request));
  return {
    status: 200,
    charge,
    body: { _rid: container.rid, Documents: documents, _count: documents.length },
    headers: {
      'x-ms-item-count': String(documents.length),
      ...(continuation === undefined ? {} : { 'x-ms-continuation': continuation }),
    },
  };
};

const work = (world: World, container: Container, request: Request): Answer => {
  const kind = kindOf(request);
  if (kind === 'query-plan') return { status: 200, charge: 0, body: QUERY_PLAN };
  if (kind === 'query') return query(world, container, request);
  const scope = scopeOf(world, container, request);
  const write = WRITES[kind];
  if (write === undefined) return answerOf(operations.readDocument(scope, named(request)));
  purgeExpired(scope);
  return write(scope, request);
};

const sessionHeaders = (world: World, container: Container): Readonly<Record<string, string>> => {
  const { database, definition, rid } = container;
  return {
    'x-ms-session-token': sessionToken(currentLsn(world.catalog.sqlite, container)),
    'x-ms-alt-content-path': encodeURI(`dbs/${database}/colls/${definition.id}`),
    'x-ms-content-path': rid,
  };
};

const DOCUMENT_METHODS: Readonly<Partial<Record<string, readonly string[]>>> = {
  documents: ['GET', 'POST'],
  document: ['GET', 'PUT', 'PATCH', 'DELETE'],
};

/** The route of everything below a container's documents, or undefined for a method that none of it has. */
export const documentRoute = (request: Request): Route | undefined => {
  if (DOCUMENT_METHODS[shapeOf(request)]?.includes(request.method) !== true) return undefined;
  return world => {
    const container = containerOf(world, request);
    checkSession(request, container);
    const answer = work(world, container, request);
    return { ...answer, headers: { ...sessionHeaders(world, container), ...answer.headers } };
  };
};
