import {
  type Container,
  type CosmosClient,
  type Database,
  type JSONObject,
  type JSONValue,
  type OperationInput,
} from '@azure/cosmos';
import { ACCOUNTS, type Account } from './accounts';
import { NOTES, openNotes, pagesOf, refusalOf } from './support';

type Note = JSONObject & { id: string; pk: string };

const note = (id: string, rest: Record<string, JSONValue> = {}, pk = 'a'): Note => ({ id, pk, ...rest });

const codesOf = (response: { result?: { statusCode: number }[] }): number[] =>
  (response.result ?? []).map(({ statusCode }) => statusCode);

/** What the repositories rely on, said once and run against the embedded server and against the service itself. */
describe.each(ACCOUNTS)('the wire protocol of %s', (_name, open) => {
  let account: Account;
  let client: CosmosClient;
  let database: Database;
  let notes: Container;

  beforeAll(async () => {
    account = await open();
    ({ client } = account);
    ({ database, notes } = await openNotes(client));
  }, 60_000);

  afterAll(async () => {
    await database.delete();
    await account.close();
  });

  const create = (...all: readonly Note[]): Promise<unknown> =>
    Promise.all(all.map(each => notes.items.create(each)));

  const query = async (
    text: string,
    parameters: { name: string; value: string | number | boolean | null | string[] }[] = [],
    options: Record<string, unknown> = {},
  ): Promise<unknown[]> => {
    const { resources } = await notes.items.query<unknown>({ query: text, parameters }, options).fetchAll();
    return resources;
  };

  describe('databases and containers', () => {
    it('creates a database once', async () => {
      const again = await refusalOf(client.databases.create({ id: database.id }));

      expect(again.code).toBe(409);
    });

    it('finds what exists and creates what does not', async () => {
      const { statusCode } = await client.databases.createIfNotExists({ id: database.id });
      const first = await database.containers.createIfNotExists({ ...structuredClone(NOTES), id: 'other' });
      const second = await database.containers.createIfNotExists({ ...structuredClone(NOTES), id: 'other' });

      expect([statusCode, first.statusCode, second.statusCode]).toEqual([200, 201, 200]);
    });

    it('keeps the definition of a container', async () => {
      const { resource } = await notes.read();

      expect(resource).toMatchObject({
        id: 'notes',
        defaultTtl: -1,
        partitionKey: { paths: ['/pk'], kind: 'Hash' },
        indexingPolicy: {
          indexingMode: 'consistent',
          compositeIndexes: NOTES.indexingPolicy.compositeIndexes,
        },
      });
      expect(resource?.indexingPolicy?.includedPaths).toEqual(
        expect.arrayContaining([expect.objectContaining({ path: '/type/?' })]),
      );
    });

    it('lists databases and containers', async () => {
      const databases = await client.databases.readAll().fetchAll();
      const containers = await database.containers.readAll().fetchAll();

      expect(databases.resources.map(({ id }) => id)).toContain(database.id);
      expect(containers.resources.map(({ id }) => id)).toContain('notes');
    });

    it('deletes a container with what it holds', async () => {
      const { container } = await database.containers.create({ ...structuredClone(NOTES), id: 'doomed' });
      await container.items.create(note('x'));
      await container.delete();
      const { container: again } = await database.containers.create({
        ...structuredClone(NOTES),
        id: 'doomed',
      });

      expect((await again.item('x', 'a').read()).statusCode).toBe(404);
    });

    it('answers 404 for a container or a database that does not exist', async () => {
      const container = await refusalOf(database.container('nowhere').read());
      const base = await refusalOf(client.database('nowhere').read());

      expect([container.code, base.code]).toEqual([404, 404]);
    });
  });

  describe('a document', () => {
    it('comes back as it was written', async () => {
      const body = note('plain', { text: 'æøå 🎿', nested: { list: [1, null, true], empty: {} } });

      const written = await notes.items.create(body);
      const read = await notes.item('plain', 'a').read<Note>();

      expect([written.statusCode, read.statusCode]).toEqual([201, 200]);
      expect(read.resource).toMatchObject(body);
    });

    it('carries what the service adds', async () => {
      const { resource, etag } = await notes.items.create<Note>(note('stamped'));

      expect(Object.keys(resource ?? {}).sort()).toEqual(
        ['_attachments', '_etag', '_rid', '_self', '_ts', 'id', 'pk'].sort(),
      );
      expect(resource?._etag).toBe(etag);
      expect(resource?._ts).toBeGreaterThan(1_700_000_000);
    });

    it.each(['case:1 ø', 'with space', 'a+b=c&d', '100%', '日本'])('may be called %p', async id => {
      await notes.items.create(note(id));

      expect((await notes.item(id, 'a').read<Note>()).resource?.id).toBe(id);
    });

    it.each(['a/b', 'a\\b', 'a?b', 'a#b'])('may not be called %p', async id => {
      await expect(notes.items.create(note(id))).rejects.toBeDefined();
      await expect(
        notes.items.batch([{ operationType: 'Create', resourceBody: note(id) }], 'a').then(codesOf),
      ).resolves.toEqual([400]);
    });

    it('belongs to its partition: the same id elsewhere is another document', async () => {
      await create(note('twin', { n: 1 }, 'a'), note('twin', { n: 2 }, 'b'));

      const read = await Promise.all(['a', 'b', 'c'].map(pk => notes.item('twin', pk).read<Note>()));

      expect(read.map(({ statusCode, resource }) => [statusCode, resource?.['n']])).toEqual([
        [200, 1],
        [200, 2],
        [404, undefined],
      ]);
    });

    it('is created once: 409', async () => {
      await create(note('once'));

      expect((await refusalOf(notes.items.create(note('once')))).code).toBe(409);
    });

    it('gets a new ETag with every write', async () => {
      const { etag: first } = await notes.items.create(note('etags'));
      const { etag: second } = await notes.item('etags', 'a').replace(note('etags'));
      const { etag: third } = await notes.items.upsert(note('etags'));

      expect(new Set([first, second, third]).size).toBe(3);
    });

    it('is upserted: 201, then 200', async () => {
      const first = await notes.items.upsert(note('upserted', { n: 1 }));
      const second = await notes.items.upsert<Note>(note('upserted', { n: 2 }));

      expect([first.statusCode, second.statusCode, second.resource?.['n']]).toEqual([201, 200, 2]);
    });

    it('is deleted: 204, then 404', async () => {
      await create(note('deleted'));

      const gone = await notes.item('deleted', 'a').delete();
      const again = await refusalOf(notes.item('deleted', 'a').delete());

      expect([gone.statusCode, again.code]).toEqual([204, 404]);
    });

    it('is not replaced when it does not exist', async () => {
      expect((await refusalOf(notes.item('never', 'a').replace(note('never')))).code).toBe(404);
    });

    it('does not move to another partition', async () => {
      await create(note('settled'));

      expect((await refusalOf(notes.item('settled', 'a').replace(note('settled', {}, 'b')))).code).toBe(400);
    });

    it('is refused above 2 MB: 413', async () => {
      const big = note('big', { text: 'x'.repeat(2 * 1024 * 1024) });

      expect((await refusalOf(notes.items.create(big))).code).toBe(413);
    });

    it('may have a number, a boolean or null as its partition key', async () => {
      const keys = [7, 0, true, false, null];
      await Promise.all(keys.map(pk => notes.items.create({ id: 'keyed', pk })));

      const read = await Promise.all(keys.map(pk => notes.item('keyed', pk).read<{ pk: unknown }>()));

      expect(read.map(({ resource }) => resource?.pk)).toEqual(keys);
    });
  });

  describe('preconditions', () => {
    const ifMatch = (condition: string) => ({ accessCondition: { type: 'IfMatch', condition } });
    const ifNoneMatch = (condition: string) => ({ accessCondition: { type: 'IfNoneMatch', condition } });
    const WRONG = '"00000000-0000-0000-0000-000000000000"';

    it('let a write through on the version it names', async () => {
      const { etag } = await notes.items.create(note('matched'));

      const { statusCode } = await notes.item('matched', 'a').replace(note('matched'), ifMatch(etag));

      expect(statusCode).toBe(200);
    });

    it('stop every kind of write on another version: 412', async () => {
      await create(note('guarded', { n: 1 }));
      const item = notes.item('guarded', 'a');

      const codes = await Promise.all([
        refusalOf(item.replace(note('guarded'), ifMatch(WRONG))),
        refusalOf(item.delete(ifMatch(WRONG))),
        refusalOf(item.patch([{ op: 'set', path: '/n', value: 2 }], ifMatch(WRONG))),
        refusalOf(notes.items.upsert(note('guarded'), ifMatch(WRONG))),
      ]);

      expect(codes.map(({ code }) => code)).toEqual([412, 412, 412, 412]);
      expect((await item.read<Note>()).resource?.['n']).toBe(1);
    });

    it('answer 304 for a version the reader has', async () => {
      const { etag } = await notes.items.create(note('known'));

      const same = await notes.item('known', 'a').read(ifNoneMatch(etag));
      const other = await notes.item('known', 'a').read(ifNoneMatch(WRONG));

      expect([same.statusCode, other.statusCode]).toEqual([304, 200]);
    });
  });

  describe('a patch', () => {
    it('sets, adds, increases, replaces and removes', async () => {
      await create(note('patched', { n: 1, list: ['x', 'y'], gone: 1, deep: { a: 1 } }));

      const { resource } = await notes.item('patched', 'a').patch<Note>([
        { op: 'set', path: '/deep/b', value: { c: 2 } },
        { op: 'add', path: '/list/-', value: 'z' },
        { op: 'add', path: '/list/0', value: 'w' },
        { op: 'incr', path: '/n', value: 4 },
        { op: 'replace', path: '/deep/a', value: null },
        { op: 'remove', path: '/gone' },
      ]);

      expect(resource).toMatchObject({
        n: 5,
        list: ['w', 'x', 'y', 'z'],
        deep: { a: null, b: { c: 2 } },
      });
      expect(resource).not.toHaveProperty('gone');
    });

    it('happens only where its condition holds, else 412', async () => {
      await create(note('conditional', { n: 1, state: 'open' }));
      const item = notes.item('conditional', 'a');
      const patch = (condition: string) =>
        item.patch({ condition, operations: [{ op: 'incr', path: '/n', value: 1 }] });

      const first = await patch('from c where c.n = 1 and c.state = "open"');
      const second = await refusalOf(patch('from c where c.n = 1'));

      expect([first.statusCode, second.code]).toEqual([200, 412]);
      expect((await item.read<Note>()).resource?.['n']).toBe(2);
    });

    it('is refused whole when one operation cannot be done: 400', async () => {
      await create(note('unpatched', { n: 1 }));

      const { code } = await refusalOf(
        notes.item('unpatched', 'a').patch([
          { op: 'incr', path: '/n', value: 1 },
          { op: 'replace', path: '/missing', value: 1 },
        ]),
      );

      expect(code).toBe(400);
      expect((await notes.item('unpatched', 'a').read<Note>()).resource?.['n']).toBe(1);
    });

    it('has at most ten operations', async () => {
      await create(note('long'));
      const eleven = Array.from({ length: 11 }, (_, n) => ({
        op: 'set' as const,
        path: `/p${String(n)}`,
        value: n,
      }));

      expect((await refusalOf(notes.item('long', 'a').patch(eleven))).code).toBe(400);
    });
  });

  describe('a batch', () => {
    const batch = (operations: OperationInput[], pk = 'batch') => notes.items.batch(operations, pk);
    const creating = (id: string): OperationInput => ({
      operationType: 'Create',
      resourceBody: note(id, {}, 'batch'),
    });

    it('does everything, with a code for each', async () => {
      await create(
        note('to-read', {}, 'batch'),
        note('to-delete', {}, 'batch'),
        note('to-patch', { n: 1 }, 'batch'),
      );
      const { etag } = await notes.items.create(note('to-replace', {}, 'batch'));

      const response = await batch([
        creating('made'),
        { operationType: 'Upsert', resourceBody: note('upserted', {}, 'batch') },
        { operationType: 'Read', id: 'to-read' },
        {
          operationType: 'Replace',
          id: 'to-replace',
          ifMatch: etag,
          resourceBody: note('to-replace', { n: 2 }, 'batch'),
        },
        {
          operationType: 'Patch',
          id: 'to-patch',
          resourceBody: { operations: [{ op: 'incr', path: '/n', value: 1 }] },
        },
        { operationType: 'Delete', id: 'to-delete' },
      ]);

      expect([response.code, ...codesOf(response)]).toEqual([200, 201, 201, 200, 200, 200, 204]);
      expect(response.result?.[4]?.resourceBody).toMatchObject({ n: 2 });
      expect(response.result?.[0]?.eTag).toEqual(expect.any(String));
      expect((await notes.item('to-delete', 'batch').read()).statusCode).toBe(404);
    });

    it('sees what it wrote before', async () => {
      const response = await batch([
        creating('fresh'),
        {
          operationType: 'Patch',
          id: 'fresh',
          resourceBody: { operations: [{ op: 'set', path: '/n', value: 1 }] },
        },
        { operationType: 'Read', id: 'fresh' },
      ]);

      expect(response.result?.[2]?.resourceBody).toMatchObject({ n: 1 });
    });

    it.each<[string, OperationInput, number]>([
      ['a create of what exists', creating('present'), 409],
      [
        'a stale If-Match',
        {
          operationType: 'Replace',
          id: 'present',
          ifMatch: '"00000000-0000-0000-0000-000000000000"',
          resourceBody: note('present', {}, 'batch'),
        },
        412,
      ],
      ['a delete of what does not exist', { operationType: 'Delete', id: 'absent' }, 404],
      [
        'a patch whose condition does not hold',
        {
          operationType: 'Patch',
          id: 'present',
          resourceBody: {
            condition: 'from c where c.n = 1',
            operations: [{ op: 'set', path: '/n', value: 1 }],
          },
        },
        412,
      ],
      [
        'a document of another partition',
        { operationType: 'Create', resourceBody: note('stray', {}, 'else') },
        400,
      ],
    ])('undoes everything on %s: 207, its own code, and 424 for the others', async (_, failing, code) => {
      await notes.items.upsert(note('present', {}, 'batch'));

      const response = await batch([
        creating('before'),
        { operationType: 'Upsert', resourceBody: note('present', { n: 9 }, 'batch') },
        failing,
        creating('after'),
      ]);

      expect([response.code, ...codesOf(response)]).toEqual([207, 424, 424, code, 424]);
      const states = await Promise.all(
        ['before', 'after', 'present'].map(id => notes.item(id, 'batch').read<Note>()),
      );
      expect(states.map(({ statusCode }) => statusCode)).toEqual([404, 404, 200]);
      expect(states[2]?.resource).not.toHaveProperty('n');
    });

    it('holds a hundred operations', async () => {
      const response = await batch(Array.from({ length: 100 }, (_, n) => creating(`hundred-${String(n)}`)));

      expect(new Set(codesOf(response))).toEqual(new Set([201]));
    });

    it('is refused above 2 MB with nothing done', async () => {
      const part = (id: string): OperationInput => ({
        operationType: 'Create',
        resourceBody: note(id, { text: 'x'.repeat(900_000) }, 'batch'),
      });

      await expect(batch([part('p1'), part('p2'), part('p3')])).rejects.toThrow();

      expect((await notes.item('p1', 'batch').read()).statusCode).toBe(404);
    });
  });

  describe('a query', () => {
    beforeAll(async () => {
      const towns = ['Bergen', 'Os', 'Voss'];
      await create(
        ...['q1', 'q2'].flatMap(pk =>
          Array.from({ length: 6 }, (_, n) =>
            note(
              `n${String(n)}`,
              {
                type: n % 2 === 0 ? 'even' : 'odd',
                rank: n,
                dueAt: `2026-0${String(n + 1)}-01T00:00:00.000Z`,
                place: { town: towns[n % 3] ?? '' },
                roles: n < 2 ? ['leader', 'member'] : ['member'],
                unindexed: n,
                flag: n === 0,
                ...(n === 3 ? { remark: null } : {}),
                ...(n === 4 ? { remark: 'yes' } : {}),
              },
              pk,
            ),
          ),
        ),
      );
    });

    const inQ1 = { partitionKey: 'q1' };
    const ranks = (where: string, parameters: Parameters<typeof query>[1] = []): Promise<unknown[]> =>
      query(`SELECT VALUE c.rank FROM c WHERE ${where} ORDER BY c.rank`, parameters, inQ1);

    it.each([
      ['c.type = "even"', [0, 2, 4]],
      ["c.type = 'even' AND c.rank > 0", [2, 4]],
      ['c.rank < 2 OR c.rank >= 5', [0, 1, 5]],
      ['c.rank = 0 OR c.rank = 1 AND c.type = "even"', [0]],
      ['(c.rank = 0 OR c.rank = 1) AND c.type = "odd"', [1]],
      ['NOT (c.rank <= 3)', [4, 5]],
      ['NOT c.type = "even"', [1, 3, 5]],
      ['c.type != "even"', [1, 3, 5]],
      ['c.rank IN (1, 3, 99)', [1, 3]],
      ['c.rank NOT IN (1, 3)', [0, 2, 4, 5]],
      ['c.place.town = "Voss"', [2, 5]],
      ['c["place"]["town"] = "Os"', [1, 4]],
      ['ARRAY_CONTAINS(c.roles, "leader")', [0, 1]],
      ['NOT ARRAY_CONTAINS(c.roles, "leader")', [2, 3, 4, 5]],
      ['STARTSWITH(c.dueAt, "2026-02")', [1]],
      ['IS_DEFINED(c.remark)', [3, 4]],
      ['NOT IS_DEFINED(c.remark)', [0, 1, 2, 5]],
      ['c.remark = null', [3]],
      ['c.flag', [0]],
      ['c.flag = true', [0]],
      ['NOT c.flag', [1, 2, 3, 4, 5]],
      ['5 <= c.rank', [5]],
      ['c.unindexed = 2', [2]],
      ['true', [0, 1, 2, 3, 4, 5]],
      ['false', []],
    ])('finds in one partition where %s', async (where, expected) => {
      expect(await ranks(where)).toEqual(expected);
    });

    it('leaves out, on both sides of NOT, what is undefined or of another type', async () => {
      expect(await ranks('c.remark = "yes"')).toEqual([4]);
      expect(await ranks('NOT c.remark = "yes"')).toEqual([]);
      expect(await ranks('c.missing != 1')).toEqual([]);
      expect(await ranks('NOT (c.missing = 1)')).toEqual([]);
      expect(await ranks('c.missing = 1 OR c.rank = 1')).toEqual([1]);
      expect(await ranks('c.rank < "5"')).toEqual([]);
    });

    it('takes parameters of every kind', async () => {
      const found = await Promise.all([
        ranks('c.type = @type AND c.rank >= @least', [
          { name: '@type', value: 'even' },
          { name: '@least', value: 2 },
        ]),
        ranks('c.flag = @flag', [{ name: '@flag', value: true }]),
        ranks('c.remark = @remark', [{ name: '@remark', value: null }]),
        ranks('ARRAY_CONTAINS(@towns, c.place.town)', [{ name: '@towns', value: ['Os', 'Voss'] }]),
        ranks('c.place.town = @quote', [{ name: '@quote', value: `"'; DROP TABLE` }]),
      ]);

      expect(found).toEqual([[2, 4], [0], [3], [1, 2, 4, 5], []]);
    });

    it('gives whole documents, values, and chosen properties', async () => {
      const only = 'FROM c WHERE c.rank = 4';

      expect(await query(`SELECT * ${only}`, [], inQ1)).toEqual([
        expect.objectContaining({ id: 'n4', rank: 4 }),
      ]);
      expect(await query(`SELECT VALUE c ${only}`, [], inQ1)).toEqual([
        expect.objectContaining({ id: 'n4' }),
      ]);
      expect(await query(`SELECT VALUE c.place ${only}`, [], inQ1)).toEqual([{ town: 'Os' }]);
      expect(await query(`SELECT c.id, c.place.town, c.rank AS step, c.missing ${only}`, [], inQ1)).toEqual([
        { id: 'n4', town: 'Os', step: 4 },
      ]);
      expect(await query('SELECT VALUE c.remark FROM c', [], inQ1)).toEqual([null, 'yes']);
    });

    it('stays in its partition', async () => {
      expect(await query('SELECT VALUE COUNT(1) FROM c', [], inQ1)).toEqual([6]);
      expect(await query('SELECT VALUE c.id FROM c WHERE c.pk = "q2" AND c.rank = 1')).toEqual(['n1']);
    });

    it('orders by one property in both directions, across partitions', async () => {
      const up = await query('SELECT VALUE c.rank FROM c WHERE c.rank >= 0 ORDER BY c.rank');
      const down = await query('SELECT VALUE c.rank FROM c WHERE c.rank >= 0 ORDER BY c.rank DESC');

      expect(up).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
      expect(down).toEqual([...up].reverse());
    });

    it('orders by two properties through a composite index, as it stands and turned', async () => {
      const where = 'FROM c WHERE IS_DEFINED(c.type)';
      const up = await query(`SELECT VALUE c.rank ${where} ORDER BY c.type ASC, c.rank DESC`, [], inQ1);
      const down = await query(`SELECT VALUE c.rank ${where} ORDER BY c.type DESC, c.rank ASC`, [], inQ1);

      expect(up).toEqual([4, 2, 0, 5, 3, 1]);
      expect(down).toEqual([...up].reverse());
    });

    it.each(['c.unindexed', 'c.type, c.rank', 'c.type, c.dueAt'])(
      'is refused when it orders by %s, which has no index',
      async order => {
        expect((await refusalOf(query(`SELECT * FROM c ORDER BY ${order}`, [], inQ1))).code).toBe(400);
      },
    );

    it('cuts at TOP, in a partition and across', async () => {
      expect(await query('SELECT TOP 2 VALUE c.rank FROM c ORDER BY c.rank DESC', [], inQ1)).toEqual([5, 4]);
      expect(await query('SELECT TOP 3 VALUE c.rank FROM c WHERE c.rank > 0 ORDER BY c.rank')).toEqual([
        1, 1, 2,
      ]);
      expect(await query('SELECT TOP @n VALUE c.id FROM c', [{ name: '@n', value: 4 }], inQ1)).toHaveLength(
        4,
      );
      expect(await query('SELECT TOP 0 * FROM c', [], inQ1)).toEqual([]);
    });

    it('counts, in a partition and across', async () => {
      expect(await query('SELECT VALUE COUNT(1) FROM c WHERE c.type = "odd"', [], inQ1)).toEqual([3]);
      expect(await query('SELECT VALUE COUNT(1) FROM c WHERE c.type = "odd"')).toEqual([6]);
    });

    it('finds across partitions', async () => {
      expect(await query('SELECT VALUE c.id FROM c WHERE c.type = "even" AND c.rank IN (2, 3)')).toEqual([
        'n2',
        'n2',
      ]);
      expect(await query('SELECT VALUE c.pk FROM c WHERE ARRAY_CONTAINS(c.roles, "leader")')).toHaveLength(4);
    });

    it('follows an array across partitions as it changes and goes', async () => {
      const holders = () => query('SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.roles, "guest")');
      await create(note('guest-1', { roles: ['guest', 'guest'] }), note('guest-2', { roles: ['host'] }));
      const first = await holders();

      await notes.item('guest-1', 'a').patch([{ op: 'set', path: '/roles/0', value: 'host' }]);
      await notes.item('guest-2', 'a').replace(note('guest-2', { roles: ['guest'] }));
      const second = await holders();

      await notes.item('guest-2', 'a').delete();
      await notes.item('guest-1', 'a').replace(note('guest-1', { roles: 'guest' }));
      const third = await holders();

      expect(first).toEqual(['guest-1']);
      expect([...second].sort()).toEqual(['guest-1', 'guest-2']);
      expect(third).toEqual([]);
    });

    const paged = (text: string, options: Record<string, unknown>) =>
      pagesOf(continuationToken =>
        notes.items
          .query<unknown>(text, {
            ...options,
            ...(continuationToken === undefined ? {} : { continuationToken }),
          })
          .fetchNext(),
      );

    it('gives pages that a new iterator continues, in a partition', async () => {
      const pages = await paged('SELECT VALUE c.rank FROM c ORDER BY c.rank DESC', {
        ...inQ1,
        maxItemCount: 4,
      });

      expect(pages.flat()).toEqual([5, 4, 3, 2, 1, 0]);
      expect(Math.max(...pages.map(page => page.length))).toBe(4);
    });

    it('gives pages that a new iterator continues, across partitions', async () => {
      const unordered = await paged('SELECT VALUE c.rank FROM c WHERE c.rank >= 0', { maxItemCount: 5 });
      const ordered = await paged('SELECT VALUE c.rank FROM c WHERE c.rank >= 0 ORDER BY c.rank', {
        maxItemCount: 5,
        enableQueryControl: true,
      });

      expect(unordered.flat().sort()).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
      expect(ordered.flat()).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
      expect(ordered.length).toBeGreaterThan(2);
    });

    it('keeps to TOP over its pages', async () => {
      const pages = await paged('SELECT TOP 5 VALUE c.rank FROM c ORDER BY c.rank', {
        ...inQ1,
        maxItemCount: 2,
      });

      expect(pages.flat()).toEqual([0, 1, 2, 3, 4]);
    });

    it('reads the whole partition without a query', async () => {
      const { resources } = await notes.items.readAll(inQ1).fetchAll();

      expect(resources).toHaveLength(6);
    });

    it('is refused when it cannot be read', async () => {
      const codes = await Promise.all(
        [
          'SELEC * FROM c',
          'SELECT * FROM c WHERE',
          'SELECT * FROM c WHERE c.a ==',
          'SELECT * FROM c WHERE c.a = @none',
        ].map(text => refusalOf(query(text, [], inQ1))),
      );

      expect(codes.map(({ code }) => code)).toEqual([400, 400, 400, 400]);
    });
  });

  describe('an answer', () => {
    it('says what it cost', async () => {
      const small = await notes.items.create(note('small', {}, 'cost'));
      const large = await notes.items.create(note('large', { text: 'x'.repeat(100_000) }, 'cost'));
      const read = await notes.item('small', 'cost').read();
      const found = await notes.items.query('SELECT * FROM c', { partitionKey: 'cost' }).fetchAll();
      const both = await notes.items.batch(
        [
          { operationType: 'Read', id: 'small' },
          { operationType: 'Upsert', resourceBody: note('small', {}, 'cost') },
        ],
        'cost',
      );

      expect(read.requestCharge).toBeGreaterThanOrEqual(1);
      expect(small.requestCharge).toBeGreaterThan(read.requestCharge);
      expect(large.requestCharge).toBeGreaterThan(small.requestCharge);
      expect(found.requestCharge).toBeGreaterThan(2);
      expect(Number(both.headers['x-ms-request-charge'])).toBeGreaterThan(small.requestCharge);
    });

    it('carries a session token that grows with every write', async () => {
      const lsn = (headers: Record<string, unknown>): number =>
        Number(/#(\d+)/.exec(String(headers['x-ms-session-token']))?.[1]);

      const written = [
        await notes.items.create(note('s1', {}, 'session')),
        await notes.items.create(note('s2', {}, 'session')),
        await notes.item('s1', 'session').replace(note('s1', {}, 'session')),
        await notes.item('s1', 'session').patch([{ op: 'set', path: '/n', value: 1 }]),
        await notes.item('s1', 'session').delete(),
      ].map(({ headers }) => lsn(headers));

      expect([...new Set(written)].sort((a, b) => a - b)).toEqual(written);
    });
  });
});
