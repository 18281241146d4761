import { type Container, type JSONObject } from '@azure/cosmos';
import { NOTES, openEmbedded, openNotes, refusalOf } from './support';

const START = Date.parse('2026-03-02T08:00:00.700Z');

describe('the injected clock', () => {
  let now = START;
  let embedded: Awaited<ReturnType<typeof openEmbedded>>;
  let notes: Container;
  const later = (seconds: number): void => {
    now += seconds * 1000;
  };

  beforeEach(async () => {
    now = START;
    embedded = await openEmbedded({ now: () => now });
    ({ notes } = await openNotes(embedded.client));
  });

  afterEach(() => embedded.close());

  const statusOf = async (id: string): Promise<number> => (await notes.item(id, 'a').read()).statusCode;

  const count = async (partitionKey?: string): Promise<unknown> => {
    const options = partitionKey === undefined ? {} : { partitionKey };
    const { resources } = await notes.items.query('SELECT VALUE COUNT(1) FROM c', options).fetchAll();
    return resources[0];
  };

  it('gives _ts in whole seconds and the Date of every answer', async () => {
    const { resource, headers } = await notes.items.create({ id: 'x', pk: 'a' });

    expect(resource?._ts).toBe(Math.floor(START / 1000));
    expect(headers['date']).toBe('Mon, 02 Mar 2026 08:00:00 GMT');
  });

  it('lets a document vanish from reads and queries when its own ttl has passed, and not a second before', async () => {
    await notes.items.create({ id: 'short', pk: 'a', type: 'note', ttl: 10 });

    later(9);
    const before = [await statusOf('short'), await count('a'), await count()];
    later(1);
    const after = [await statusOf('short'), await count('a'), await count()];

    expect(before).toEqual([200, 1, 1]);
    expect(after).toEqual([404, 0, 0]);
  });

  it('counts ttl from the last change', async () => {
    await notes.items.create({ id: 'renewed', pk: 'a', ttl: 10 });
    later(9);
    await notes.item('renewed', 'a').patch([{ op: 'set', path: '/n', value: 1 }]);
    later(9);

    expect(await statusOf('renewed')).toBe(200);
  });

  it('keeps a document without a ttl where the container has no default', async () => {
    await notes.items.create({ id: 'kept', pk: 'a' });
    later(100 * 365 * 24 * 3600);

    expect(await statusOf('kept')).toBe(200);
  });

  it('lets an expired id be created again, alone and in a batch', async () => {
    await notes.items.create({ id: 'again', pk: 'a', ttl: 1 });
    await notes.items.create({ id: 'batched', pk: 'a', ttl: 1 });
    later(2);

    const alone = await notes.items.create({ id: 'again', pk: 'a' });
    const batch = await notes.items.batch(
      [{ operationType: 'Create', resourceBody: { id: 'batched', pk: 'a' } }],
      'a',
    );

    expect([alone.statusCode, batch.code]).toEqual([201, 200]);
  });

  it.each([
    ['a default on the container', { defaultTtl: 5, own: {}, status: 404 }],
    ['the document saying never', { defaultTtl: 5, own: { ttl: -1 }, status: 200 }],
    ['the document saying longer', { defaultTtl: 5, own: { ttl: 100 }, status: 200 }],
    [
      'no TTL on the container, whatever the document says',
      { defaultTtl: undefined, own: { ttl: 5 }, status: 200 },
    ],
  ])('obeys %s', async (_, { defaultTtl, own, status }) => {
    const { database } = await openNotes(embedded.client);
    const { defaultTtl: _dropped, ...definition } = structuredClone(NOTES);
    const { container } = await database.containers.create({
      ...definition,
      id: 'timed',
      ...(defaultTtl === undefined ? {} : { defaultTtl }),
    });
    await container.items.create({ id: 'x', pk: 'a', ...own });
    later(6);

    expect((await container.item('x', 'a').read()).statusCode).toBe(status);
  });

  it.each([0, -2, 1.5, 'soon', null])('refuses the ttl %p', async ttl => {
    const body: JSONObject = { id: 'x', pk: 'a', ttl };

    expect((await refusalOf(notes.items.upsert(body))).code).toBe(400);
  });
});
