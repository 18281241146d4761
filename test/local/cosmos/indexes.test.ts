import { parseQuery } from '../../../src/local/cosmos/query/parse';
import { partitionOf, type Target } from '../../../src/local/cosmos/query/reach';
import { statementFor } from '../../../src/local/cosmos/query/run';
import { fill, openBench, type Bench } from './bench';

const MANY = 20_000;
const DUE = 40;

const DEFINITION = {
  id: 'work',
  partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 },
  indexingPolicy: {
    includedPaths: [
      { path: '/type/?' },
      { path: '/state/?' },
      { path: '/remindAt/?' },
      { path: '/createdAt/?' },
      { path: '/roles/[]/?' },
    ],
    excludedPaths: [{ path: '/*' }],
    compositeIndexes: [[{ path: '/type' }, { path: '/createdAt', order: 'descending' }]],
  },
};

const day = (n: number): string => `2026-01-${String((n % 28) + 1).padStart(2, '0')}`;

/** Four hundred partitions of fifty; one in five hundred is due. */
const documentOf = (n: number) => ({
  id: `d${String(n)}`,
  pk: `case:${String(n % 400)}`,
  type: n % 50 === 0 ? 'case' : 'action',
  state: n % 3 === 0 ? 'open' : 'done',
  createdAt: day(n),
  roles: n % 1000 === 0 ? ['leader'] : ['member'],
  ...(n % (MANY / DUE) === 0 ? { remindAt: day(n / (MANY / DUE)) } : {}),
});

describe('a query on indexed properties', () => {
  let bench: Bench;

  beforeAll(() => {
    bench = openBench(DEFINITION);
    fill(
      bench,
      Array.from({ length: MANY }, (_, n) => documentOf(n)),
    );
  }, 60_000);

  afterAll(() => {
    bench.sqlite.close();
  });

  const statement = (text: string, { pk, after }: { pk?: string; after?: (string | number)[] } = {}) => {
    const query = parseQuery({ query: text, parameters: [] });
    const asked: Target = { ...bench, partition: pk && JSON.stringify(pk), now: 0 };
    const target = { ...asked, partition: partitionOf(asked, query) };
    const from = after === undefined ? undefined : { of: '', after };
    return statementFor(target, query, { from, limit: 11 });
  };

  /** How SQLite goes about it: which table or index each step walks, and by what. */
  const stepsOf = (...asked: Parameters<typeof statement>): string[] => {
    const { sql, params } = statement(...asked);
    return bench.sqlite.rows(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => String(detail));
  };

  it.each([
    ['an equality', 'c.type = "case"', /documents_1:\/type.*\(r:\/type=\? AND v:\/type=\?\)/],
    ['a range on a sparse property', 'c.remindAt <= "2026-01-03"', /remindAt .*v:\/remindAt<\?/],
    [
      'a range beside an equality',
      'c.type = "action" AND c.remindAt <= "2026-01-03"',
      /remindAt .*v:\/remindAt<\?/,
    ],
    ['IN', 'c.state IN ("open", "waiting")', /state .*v:\/state=\?/],
    [
      'STARTSWITH',
      'STARTSWITH(c.createdAt, "2026-01-0")',
      /createdAt .*v:\/createdAt>\? AND v:\/createdAt<\?/,
    ],
    ['IS_DEFINED', 'IS_DEFINED(c.remindAt)', /remindAt .*r:\/remindAt>\?/],
    ['OR of two properties', 'c.type = "case" OR c.remindAt = "2026-01-03"', /MULTI-INDEX OR/],
    ['ARRAY_CONTAINS', 'ARRAY_CONTAINS(c.roles, "leader")', /SEARCH documents_1 USING INTEGER PRIMARY KEY/],
    ['the id', 'c.id = "d7"', /id .*v:\/id=\?/],
  ])('across partitions goes by the index for %s', (_, where, index) => {
    const steps = stepsOf(`SELECT * FROM c WHERE ${where}`);

    expect(steps.join('\n')).toMatch(index);
    expect(steps.filter(step => step.startsWith('SCAN documents'))).toEqual([]);
  });

  it.each([
    ['its own filter', 'SELECT * FROM c WHERE c.remindAt <= "2026-01-03" ORDER BY c.remindAt'],
    ['the latest first', 'SELECT * FROM c ORDER BY c.createdAt DESC'],
    ['a composite index', 'SELECT * FROM c ORDER BY c.type DESC, c.createdAt ASC'],
  ])('is ordered by the index, with nothing to sort, for %s', (_, text) => {
    const steps = stepsOf(text);

    expect(steps).toEqual([expect.stringMatching(/^(SEARCH|SCAN) documents_1 USING INDEX/)]);
  });

  it('sorts only what the filter found when the order is by another property', () => {
    const steps = stepsOf('SELECT * FROM c WHERE c.type = "case" ORDER BY c.createdAt DESC');

    expect(steps[0]).toMatch(/documents_1:\/type.*\(r:\/type=\? AND v:\/type=\?\)/);
  });

  it.each([
    ['SELECT * FROM c WHERE c.type = "case"', /^SEARCH .*\(pk=\? AND r:\/type=\? AND v:\/type=\?\)/],
    [
      'SELECT * FROM c WHERE c.type = "case" ORDER BY c.createdAt',
      /^SEARCH .*\(pk=\? AND r:\/type=\? AND v:\/type=\?\)/,
    ],
    ['SELECT * FROM c ORDER BY c.createdAt DESC', /^SEARCH .*createdAt:pk \(pk=\?\)/],
    ['SELECT * FROM c WHERE c.note = "x"', /^SEARCH .*\(pk=\?\)/],
  ])('keeps within its partition: %s', (text, index) => {
    expect(stepsOf(text, { pk: 'case:3' })[0]).toMatch(index);
  });

  it('keeps within its partition when the filter names it', () => {
    expect(stepsOf('SELECT * FROM c WHERE c.pk = "case:3" AND c.note = "x"')[0]).toMatch(
      /^SEARCH .*\(pk=\?\)/,
    );
  });

  it('starts a later page where the last one ended', () => {
    const steps = stepsOf('SELECT * FROM c ORDER BY c.createdAt DESC', { after: [4, '2026-01-14', 5000] });

    expect(steps).toEqual([expect.stringMatching(/^SEARCH .*\(\(r:\/createdAt,v:\/createdAt\)<\(\?,\?\)\)/)]);
  });

  it('finds the same as a search through everything', () => {
    const { sql, params } = statement('SELECT * FROM c WHERE c.remindAt <= "2026-01-03" ORDER BY c.remindAt');

    const ids = bench.sqlite.rows(sql, params).map(({ body }) => /"id":"(\w+)"/.exec(String(body))?.[1]);

    const due = Array.from({ length: MANY }, (_, n) => documentOf(n)).filter(
      ({ remindAt }) => remindAt !== undefined && remindAt <= '2026-01-03',
    );
    expect(new Set(ids)).toEqual(new Set(due.map(({ id }) => id)));
    expect(due).toHaveLength(6);
  });
});
