import { BulkOperationType, PartitionKeyKind, type Container, type Database } from '@azure/cosmos';
import { NOTES, openEmbedded, openNotes, refusalOf } from './support';

describe('what the embedded server lacks', () => {
  let embedded: Awaited<ReturnType<typeof openEmbedded>>;
  let database: Database;
  let notes: Container;

  beforeAll(async () => {
    embedded = await openEmbedded();
    ({ database, notes } = await openNotes(embedded.client));
  });

  afterAll(() => embedded.close());

  const creating = (extra: object) =>
    database.containers.create({ ...structuredClone(NOTES), id: 'new', ...extra });
  const querying = (query: string) => notes.items.query(query).fetchAll();

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['the change feed', () => notes.items.getChangeFeedIterator({}).readNext(), /the change feed/],
    [
      'stored procedures',
      () => notes.scripts.storedProcedures.create({ id: 'p', body: 'function () {}' }),
      /stored procedures/,
    ],
    [
      'user-defined functions',
      () => notes.scripts.userDefinedFunctions.create({ id: 'f', body: 'function () {}' }),
      /user-defined functions/,
    ],
    ['triggers', () => notes.items.create({ id: 't', pk: 'a' }, { preTriggerInclude: 'before' }), /triggers/],
    ['users', () => database.users.create({ id: 'u' }), /users and permissions/],
    [
      'hierarchical partition keys',
      () => creating({ partitionKey: { paths: ['/a', '/b'], kind: PartitionKeyKind.MultiHash } }),
      /hierarchical partition keys/,
    ],
    [
      'unique keys',
      () => creating({ uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/a'] }] } }),
      /uniqueKeyPolicy/,
    ],
    [
      'vector indexes',
      () => creating({ vectorEmbeddingPolicy: { vectorEmbeddings: [] } }),
      /vectorEmbeddingPolicy/,
    ],
    ['lazy indexing', () => creating({ indexingPolicy: { indexingMode: 'none' } }), /indexingMode/],
    ['provisioned throughput', () => creating({ throughput: 400 }), /provisioned throughput/],
    ['GROUP BY', () => querying('SELECT c.type FROM c GROUP BY c.type'), /GROUP BY/],
    [
      'query metrics',
      () => notes.items.query('SELECT * FROM c', { populateQueryMetrics: true }).fetchAll(),
      /query metrics/,
    ],
    ['deleting a partition', () => notes.deleteAllItemsForPartitionKey('a'), /delete by partition key/],
  ])('is refused by name: %s', async (_, work, feature) => {
    const { code, message } = await refusalOf(work());

    expect(code).toBe(400);
    expect(message).toMatch(feature);
    expect(message).toMatch(/^Not supported by the embedded Cosmos server/);
  });

  it('is refused by name for each bulk operation', async () => {
    const results = await notes.items.executeBulkOperations([
      { operationType: BulkOperationType.Create, partitionKey: 'a', resourceBody: { id: 'b', pk: 'a' } },
    ]);

    expect(results.map(({ error }) => [error?.code, error?.message])).toEqual([
      [400, expect.stringContaining('bulk operations')],
    ]);
  });
});

describe('a filter across partitions on a property without an index', () => {
  let embedded: Awaited<ReturnType<typeof openEmbedded>>;
  let notes: Container;

  beforeAll(async () => {
    embedded = await openEmbedded();
    ({ notes } = await openNotes(embedded.client));
  });

  afterAll(() => embedded.close());

  const querying = (where: string, options: { partitionKey?: string } = {}) =>
    notes.items.query(`SELECT * FROM c WHERE ${where}`, options).fetchAll();

  it.each([
    ['c.text = "x"', 'c.text', '/text/?'],
    ['c.type = "x" AND NOT c.place.street = "y"', 'c.place.street', '/place/street/?'],
    ['ARRAY_CONTAINS(c.type, "x")', 'c.type', '/type/[]/?'],
    ['STARTSWITH(c.pk, "case:")', 'c.pk', '/pk/?'],
  ])('is refused, naming the property: %s', async (where, property, path) => {
    const { code, message } = await refusalOf(querying(where));

    expect(code).toBe(400);
    expect(message).toContain(`filters on ${property} across partitions`);
    expect(message).toContain(`does not include ${path}`);
  });

  it('is allowed within one partition', async () => {
    const byOption = await querying('c.text = "x"', { partitionKey: 'a' });
    const byFilter = await querying('c.pk = "a" AND c.text = "x"');

    expect([byOption.resources, byFilter.resources]).toEqual([[], []]);
  });

  it('is allowed once the policy names the property', async () => {
    await notes.items.create({ id: 'x', pk: 'a', text: 'x' });
    const { indexingPolicy, ...definition } = structuredClone(NOTES);
    await notes.replace({
      ...definition,
      indexingPolicy: { ...indexingPolicy, includedPaths: [{ path: '/text/?' }] },
    });

    const { resources } = await querying('c.text = "x"');

    expect(resources).toHaveLength(1);
  });
});
