import { type Catalog } from './catalog';
import * as containers from './containers';
import * as databases from './databases';
import { parseObject } from './json';
import { type Request } from './request';
import { type Answer } from './wire';

export type World = {
  readonly catalog: Catalog;
  readonly endpoint: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

export type Route = (world: World, request: Request) => Answer;

const answer = (status: number, body?: object): Answer => ({
  status,
  charge: 1,
  ...(body === undefined ? {} : { body }),
});

const sent = (request: Request) => parseObject(request.body(), 'The request body');

const databaseOf = ({ catalog }: World, { segments }: Request): databases.Database =>
  databases.findDatabase(catalog.sqlite, segments[1] ?? '');

export const containerOf = (world: World, request: Request): containers.Container =>
  containers.findContainer(world.catalog, databaseOf(world, request), request.segments[3] ?? '');

/** One write region that is also the read region; Strong, as production declares it. */
const account: Route = ({ endpoint }) => {
  const locations = [{ name: 'Local', databaseAccountEndpoint: endpoint }];
  return answer(200, {
    id: 'embedded',
    _rid: 'embedded',
    _self: '',
    writableLocations: locations,
    readableLocations: locations,
    enableMultipleWriteLocations: false,
    userConsistencyPolicy: { defaultConsistencyLevel: 'Strong' },
  });
};

const createDatabase: Route = ({ catalog }, request) =>
  answer(201, databases.databaseBody(databases.createDatabase(catalog.sqlite, sent(request))));

const listDatabases: Route = ({ catalog }) => {
  const Databases = databases.listDatabases(catalog.sqlite).map(databases.databaseBody);
  return answer(200, { _rid: '', Databases, _count: Databases.length });
};

const deleteDatabase: Route = (world, request) => {
  const database = databaseOf(world, request);
  world.catalog.sqlite.transaction(() => {
    containers.dropContainers(world.catalog, database);
    databases.deleteDatabase(world.catalog.sqlite, database);
  });
  return answer(204);
};

const createContainer: Route = (world, request) => {
  const created = containers.createContainer(world.catalog, databaseOf(world, request), sent(request));
  return answer(201, containers.containerBody(created));
};

const listContainers: Route = (world, request) => {
  const found = containers.listContainers(world.catalog, databaseOf(world, request));
  const DocumentCollections = found.map(containers.containerBody);
  return answer(200, { _rid: '', DocumentCollections, _count: DocumentCollections.length });
};

const replaceContainer: Route = (world, request) => {
  const before = containerOf(world, request);
  return answer(
    200,
    containers.containerBody(containers.replaceContainer(world.catalog.sqlite, before, sent(request))),
  );
};

const deleteContainer: Route = (world, request) => {
  const container = containerOf(world, request);
  world.catalog.sqlite.transaction(() => {
    containers.dropContainer(world.catalog.sqlite, container);
  });
  return answer(204);
};

/** One physical partition holds every key. */
const ranges: Route = (world, request) => {
  const { rid } = containerOf(world, request);
  const range = {
    _rid: `${rid}AAA`,
    id: '0',
    minInclusive: '',
    maxExclusive: 'FF',
    status: 'online',
    parents: [],
  };
  return { ...answer(200, { _rid: rid, PartitionKeyRanges: [range], _count: 1 }), headers: { etag: '"1"' } };
};

export const METADATA: Readonly<Record<string, Route>> = {
  'GET account': account,
  'GET databases': listDatabases,
  'POST databases': createDatabase,
  'GET database': (world, request) => answer(200, databases.databaseBody(databaseOf(world, request))),
  'DELETE database': deleteDatabase,
  'GET containers': listContainers,
  'POST containers': createContainer,
  'GET container': (world, request) => answer(200, containers.containerBody(containerOf(world, request))),
  'PUT container': replaceContainer,
  'DELETE container': deleteContainer,
  'GET ranges': ranges,
};
