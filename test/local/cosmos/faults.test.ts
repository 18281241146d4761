import { CosmosClient } from '@azure/cosmos';
import { type Fault, type WireCall } from '../../../src/local/cosmos/wire';
import { openEmbedded, openNotes, refusalOf } from './support';

/** A server that meets each document request with the next fault in line. */
const openFaulty = async () => {
  const faults: Fault[] = [];
  const calls: WireCall[] = [];
  const embedded = await openEmbedded({
    fault: call => {
      if (call.kind === 'metadata') return Promise.resolve(undefined);
      calls.push(call);
      return Promise.resolve(faults.shift());
    },
  });
  const { notes } = await openNotes(embedded.client);
  return { ...embedded, notes, faults, calls };
};

describe('a fault', () => {
  let world: Awaited<ReturnType<typeof openFaulty>>;

  beforeEach(async () => {
    world = await openFaulty();
  });

  afterEach(() => world.close());

  const exists = async (id: string): Promise<boolean> =>
    (await world.notes.item(id, 'a').read()).statusCode === 200;

  it('drops the socket before anything is done', async () => {
    world.faults.push({ kind: 'drop-before' });

    await expect(world.notes.items.create({ id: 'x', pk: 'a' })).rejects.toThrow();

    expect(await exists('x')).toBe(false);
  });

  it('drops the socket after everything is done', async () => {
    world.faults.push({ kind: 'drop-after' });

    await expect(world.notes.items.create({ id: 'x', pk: 'a' })).rejects.toThrow();

    expect(await exists('x')).toBe(true);
  });

  it('answers 429, which the SDK waits out as told', async () => {
    world.faults.push(
      { kind: 'answer', status: 429, retryAfterMs: 3 },
      { kind: 'answer', status: 429, retryAfterMs: 3 },
    );

    const { statusCode } = await world.notes.items.create({ id: 'x', pk: 'a' });

    expect(statusCode).toBe(201);
    expect(world.calls).toHaveLength(3);
  });

  it('answers any other status, with nothing done', async () => {
    world.faults.push({ kind: 'answer', status: 449, substatus: 5 });

    const { code } = await refusalOf(world.notes.items.create({ id: 'x', pk: 'a' }));

    expect(code).toBe(449);
    expect(await exists('x')).toBe(false);
  });

  it('delays', async () => {
    world.faults.push({ kind: 'delay', milliseconds: 60 });
    const begun = performance.now();

    await world.notes.items.create({ id: 'x', pk: 'a' });

    expect(performance.now() - begun).toBeGreaterThan(50);
  });

  it('is told what is asked, and of whom', async () => {
    await world.notes.items.create({ id: 'x', pk: 'a' });
    await world.notes.items.batch([{ operationType: 'Read', id: 'x' }], 'a');

    expect(world.calls).toEqual([
      { kind: 'create', container: 'notes', partitionKey: '["a"]' },
      { kind: 'batch', container: 'notes', partitionKey: '["a"]' },
    ]);
  });
});

describe('observe', () => {
  let embedded: Awaited<ReturnType<typeof openEmbedded>>;

  beforeEach(async () => {
    embedded = await openEmbedded();
  });

  afterEach(() => embedded.close());

  it('hears every request once, with its status and its charge', async () => {
    const { client, requests } = embedded;
    const { notes } = await openNotes(client);
    requests.length = 0;

    await notes.items.create({ id: 'x', pk: 'a', type: 'note' });
    await notes.items.upsert({ id: 'x', pk: 'a' });
    await notes.item('x', 'a').read();
    await notes.item('x', 'a').replace({ id: 'x', pk: 'a' });
    await notes.item('x', 'a').patch([{ op: 'set', path: '/n', value: 1 }]);
    await notes.items.query('SELECT * FROM c', { partitionKey: 'a' }).fetchAll();
    await notes.item('x', 'a').delete();
    await notes.item('x', 'a').read();

    const seen = requests.filter(({ kind }) => kind !== 'metadata');
    expect(seen.map(({ kind, status }) => [kind, status]).sort()).toEqual(
      [
        ['create', 201],
        ['upsert', 200],
        ['read', 200],
        ['replace', 200],
        ['patch', 200],
        ['query-plan', 200],
        ['query', 200],
        ['delete', 204],
        ['read', 404],
      ].sort(),
    );
    expect(seen.find(({ kind }) => kind === 'create')?.charge).toBe(5.6);
    expect(seen.find(({ kind }) => kind === 'read')?.charge).toBe(2);
  });
});

describe('the endpoint', () => {
  let embedded: Awaited<ReturnType<typeof openEmbedded>>;
  let stranger: CosmosClient;

  beforeEach(async () => {
    embedded = await openEmbedded();
    const key = Buffer.from('another key').toString('base64');
    stranger = new CosmosClient({ endpoint: embedded.endpoint, key });
  });

  afterEach(async () => {
    stranger.dispose();
    await embedded.close();
  });

  it('is on loopback and serves only the holder of the key', async () => {
    const { code } = await refusalOf(stranger.databases.create({ id: 'x' }));

    expect(embedded.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(code).toBe(401);
  });
});
