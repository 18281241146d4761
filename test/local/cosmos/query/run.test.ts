import fc from 'fast-check';
import { isArray, isObject, valueAt, type Json } from '../../../../src/local/cosmos/json';
import { runQuery } from '../../../../src/local/cosmos/query/run';
import { fill, openBench } from '../bench';
import { refusedBy } from '../support';

/** The service's order of types: undefined, null, boolean, number, string, array, object. */
const typeRank = (value: Json | undefined): number => {
  if (value === undefined || value === null) return value === null ? 1 : 0;
  if (isArray(value)) return 5;
  return isObject(value) ? 6 : ['boolean', 'number', 'string'].indexOf(typeof value) + 2;
};

const compareValues = (a: Json | undefined, b: Json | undefined): number => {
  const ranks = typeRank(a) - typeRank(b);
  if (ranks !== 0) return ranks;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a ?? 0) - Number(b ?? 0);
};

const VALUES: readonly Json[] = [null, true, false, -1, 0, 2.5, 10, 2, '', '10', 'a', 'Å', 'æ', '🎿'];

const documents = Array.from({ length: 90 }, (_, n) => {
  const a = VALUES[n % (VALUES.length + 1)];
  const b = VALUES[Math.floor(n / 7) % (VALUES.length + 1)];
  return {
    id: String(n),
    pk: n % 3 === 0 ? 'x' : 'y',
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
  };
});

const DEFINITION = {
  id: 'sorted',
  partitionKey: { paths: ['/pk'] },
  indexingPolicy: {
    includedPaths: [{ path: '/*' }],
    compositeIndexes: [
      [
        { path: '/a', order: 'descending' },
        { path: '/b', order: 'ascending' },
      ],
    ],
  },
};

describe('runQuery', () => {
  const bench = openBench(DEFINITION);

  beforeAll(() => {
    fill(bench, documents);
  });

  const run = (query: string, partition: string | undefined, page: { size: number; token?: string }) =>
    runQuery({ ...bench, partition, now: 0 }, { query, parameters: [] }, { token: undefined, ...page });

  const everyPage = (query: string, partition: string | undefined, size: number): Json[] => {
    const found: Json[] = [];
    let token: string | undefined;
    do {
      const page = run(query, partition, { size, ...(token === undefined ? {} : { token }) });
      found.push(...page.documents);
      token = page.continuation;
    } while (token !== undefined);
    return found;
  };

  it.each([
    ['c.a', [['a', 1]]],
    ['c.a DESC', [['a', -1]]],
    [
      'c.a DESC, c.b ASC',
      [
        ['a', -1],
        ['b', 1],
      ],
    ],
    [
      'c.a ASC, c.b DESC',
      [
        ['a', 1],
        ['b', -1],
      ],
    ],
  ] as const)('gives, page by page, everything once in the order %s', (order, keys) => {
    fc.assert(
      fc.property(fc.constantFrom(undefined, 'x', 'y'), fc.integer({ min: 1, max: 40 }), (pk, size) => {
        const expected = documents.filter(document => pk === undefined || document.pk === pk);
        const partition = pk === undefined ? undefined : JSON.stringify(pk);

        const found = everyPage(`SELECT * FROM c ORDER BY ${order}`, partition, size);

        expect(new Set(found.map(document => valueAt(document, ['id'])))).toEqual(
          new Set(expected.map(({ id }) => id)),
        );
        expect(found).toHaveLength(expected.length);
        found.slice(1).forEach((document, index) => {
          const differences = keys.map(
            ([name, sign]) => sign * compareValues(valueAt(found[index], [name]), valueAt(document, [name])),
          );
          expect(differences.find(difference => difference !== 0) ?? 0).toBeLessThanOrEqual(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    'SELECT VALUE c.id FROM c',
    'SELECT VALUE c.id FROM c WHERE c.b > 0',
    'SELECT VALUE c.id FROM c WHERE IS_DEFINED(c.a) ORDER BY c.a',
  ])('gives the same in pages of any size: %s', query => {
    const whole = everyPage(query, undefined, 1000);

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), size => {
        expect(everyPage(query, undefined, size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('goes on where it was although documents before and after have come', () => {
    const other = openBench(DEFINITION);
    fill(
      other,
      ['b', 'd', 'f'].map(a => ({ id: a, pk: 'x', a })),
    );
    const ask = (token?: string) =>
      runQuery(
        { ...other, partition: undefined, now: 0 },
        { query: 'SELECT VALUE c.id FROM c ORDER BY c.a', parameters: [] },
        { size: 2, token },
      );

    const first = ask();
    fill(
      other,
      ['a', 'c', 'e'].map(a => ({ id: a, pk: 'x', a })),
    );
    const second = ask(first.continuation);

    expect([first.documents, second.documents]).toEqual([
      ['b', 'd'],
      ['e', 'f'],
    ]);
  });

  it('lets no token continue another query, other parameters or another partition', () => {
    const { continuation } = run('SELECT * FROM c', '"x"', { size: 1 });
    const token = continuation ?? '';

    expect(refusedBy(() => run('SELECT * FROM c WHERE c.a = 1', '"x"', { size: 1, token }))).toMatch(
      /continuation/,
    );
    expect(refusedBy(() => run('SELECT * FROM c', '"y"', { size: 1, token }))).toMatch(/continuation/);
    expect(refusedBy(() => run('SELECT * FROM c', undefined, { size: 1, token }))).toMatch(/continuation/);
  });

  it('gives a page of at most 4 MB', () => {
    const large = openBench({ id: 'large', partitionKey: { paths: ['/pk'] } });
    fill(
      large,
      Array.from({ length: 5 }, (_, n) => ({ id: String(n), pk: 'x', text: 'x'.repeat(1_500_000) })),
    );

    const { documents: page, continuation } = runQuery(
      { ...large, partition: undefined, now: 0 },
      { query: 'SELECT * FROM c', parameters: [] },
      { size: 100, token: undefined },
    );

    expect(page).toHaveLength(2);
    expect(continuation).toBeDefined();
  });
});
