import { randomUUID } from 'node:crypto';
import {
  CosmosClient,
  IndexingMode,
  PartitionKeyDefinitionVersion,
  PartitionKeyKind,
  type Container,
  type ContainerRequest,
  type Database,
  type ErrorResponse,
} from '@azure/cosmos';
import { isRefusal } from '../../../src/local/cosmos/refusal';
import { startEmbeddedCosmos, type EmbeddedCosmosOptions } from '../../../src/local/cosmos/server';
import { type WireRequest } from '../../../src/local/cosmos/wire';

/** Default excluded, a few named properties, one array, one composite: the shape our containers have. */
export const NOTES = {
  id: 'notes',
  partitionKey: { paths: ['/pk'], kind: PartitionKeyKind.Hash, version: PartitionKeyDefinitionVersion.V2 },
  defaultTtl: -1,
  indexingPolicy: {
    automatic: true,
    indexingMode: IndexingMode.consistent,
    includedPaths: [
      { path: '/type/?' },
      { path: '/rank/?' },
      { path: '/dueAt/?' },
      { path: '/place/town/?' },
      { path: '/roles/[]/?' },
    ],
    excludedPaths: [{ path: '/*' }],
    compositeIndexes: [
      [
        { path: '/type', order: 'ascending' as const },
        { path: '/rank', order: 'descending' as const },
      ],
    ],
  },
} satisfies ContainerRequest;

type Options = Partial<EmbeddedCosmosOptions>;

/** The embedded server with a client of the SDK's default settings. */
export const openEmbedded = async (options: Options = {}) => {
  const requests: WireRequest[] = [];
  const server = await startEmbeddedCosmos({
    file: ':memory:',
    now: Date.now,
    observe: request => requests.push(request),
    ...options,
  });
  const client = new CosmosClient({ endpoint: server.endpoint, key: server.key });
  return {
    ...server,
    requests,
    client,
    close: async () => {
      client.dispose();
      await server.close();
    },
  };
};

/** A database of its own with one container. */
export const openNotes = async (
  client: CosmosClient,
): Promise<{ readonly database: Database; readonly notes: Container }> => {
  const { database } = await client.databases.create({ id: `test-${randomUUID()}` });
  const { container } = await database.containers.create(structuredClone(NOTES));
  return { database, notes: container };
};

type Refused = Pick<ErrorResponse, 'code' | 'message'>;

/** What a promise was refused with; fails the test when it was not. */
export const refusalOf = async (promise: Promise<unknown>): Promise<Refused> => {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('expected a refusal, and there was none');
  const code = 'code' in outcome && typeof outcome.code === 'number' ? outcome.code : 0;
  return { code, message: outcome.message };
};

type Page = { readonly resources: readonly unknown[]; readonly continuationToken?: string };

/** Every page, each fetched by a new iterator from the last one's token, as a stateless caller does. */
export const pagesOf = async (
  fetch: (token: string | undefined) => Promise<Page>,
): Promise<readonly (readonly unknown[])[]> => {
  const pages: (readonly unknown[])[] = [];
  let token: string | undefined;
  do {
    const page = await fetch(token);
    pages.push(page.resources);
    token = page.continuationToken;
  } while (token !== undefined && pages.length < 200);
  return pages;
};

/** The message of the refusal that `work` throws; fails the test when it throws none. */
export const refusedBy = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return error.message;
    throw error;
  }
  throw new Error('expected a refusal, and there was none');
};
