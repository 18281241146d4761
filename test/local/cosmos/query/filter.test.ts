import fc from 'fast-check';
import { isArray, isScalar, valueAt, type Json, type Scalar } from '../../../../src/local/cosmos/json';
import { byKind, type Comparator, type Condition } from '../../../../src/local/cosmos/query/ast';
import { parseQuery } from '../../../../src/local/cosmos/query/parse';
import { statementFor } from '../../../../src/local/cosmos/query/run';
import { storedBody } from '../../../../src/local/cosmos/documents';
import { fill, openBench } from '../bench';

/** The service's three answers, worked out from the document itself. */
type Answer = boolean | undefined;

const isSame = (a: Json | undefined, b: Scalar): Answer => {
  if (!isScalar(a) || typeof a !== typeof b || (a === null) !== (b === null)) return undefined;
  return a === b;
};

const isLess = (a: Json | undefined, b: Scalar): Answer => {
  if (isSame(a, b) === undefined || a === undefined) return undefined;
  if (typeof a === 'string' && typeof b === 'string')
    return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
  return Number(a) < Number(b);
};

const not = (answer: Answer): Answer => (answer === undefined ? undefined : !answer);
const or = (answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
const and = (answers: readonly Answer[]): Answer => not(or(answers.map(not)));

const COMPARE: Readonly<Record<Comparator, (a: Json | undefined, b: Scalar) => Answer>> = {
  '=': isSame,
  '!=': (a, b) => not(isSame(a, b)),
  '<': isLess,
  '<=': (a, b) => or([isLess(a, b), isSame(a, b)]),
  '>': (a, b) => not(or([isLess(a, b), isSame(a, b)])),
  '>=': (a, b) => not(isLess(a, b)),
};

const contains = (list: readonly Json[], value: Json | undefined): Answer =>
  value === undefined ? undefined : list.some(item => isScalar(value) && isSame(item, value) === true);

const answer = (condition: Condition, document: Json): Answer => {
  const at = (path: readonly string[]): Json | undefined => valueAt(document, path);
  return byKind<Answer>(
    {
      all: ({ of }) => and(of.map(term => answer(term, document))),
      any: ({ of }) => or(of.map(term => answer(term, document))),
      not: ({ of }) => not(answer(of, document)),
      fixed: ({ holds }) => holds,
      compare: ({ path, comparator, value }) => COMPARE[comparator](at(path), value),
      among: ({ by, path, values }) =>
        by === 'in' ? or(values.map(value => isSame(at(path), value))) : contains(values, at(path)),
      holds: ({ path, value }) => {
        const list = at(path);
        return isArray(list) ? contains(list, value) : undefined;
      },
      defined: ({ path }) => at(path) !== undefined,
      starts: ({ path, prefix }) => {
        const value = at(path);
        return typeof value === 'string' ? value.startsWith(prefix) : undefined;
      },
    },
    condition,
  );
};

const SCALARS: readonly Scalar[] = [
  null,
  true,
  false,
  -1,
  0,
  1,
  2.5,
  10,
  '',
  '1',
  'a',
  'ab',
  'b',
  'Å',
  'æ',
  '🎿',
  `'"`,
];
const PATHS = [['a'], ['b', 'c'], ['list']] as const;

const scalar = fc.constantFrom(...SCALARS);
const path = fc.constantFrom(...PATHS.map(steps => [...steps]));
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant<Json>({ x: 1 }) },
);

const body = fc
  .record(
    {
      a: value,
      b: fc.record({ c: value }, { requiredKeys: [] }),
      list: fc.oneof(fc.array(scalar, { maxLength: 3 }), value),
    },
    { requiredKeys: [] },
  )
  .map((properties): Readonly<Record<string, Json>> => properties);

const terms = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    path,
    comparator: fc.constantFrom<Comparator>('=', '!=', '<', '<=', '>', '>='),
    value: scalar,
  }),
  fc.record({
    kind: fc.constant('among' as const),
    by: fc.constantFrom('in' as const, 'list' as const),
    path,
    values: fc.array(scalar, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('holds' as const), path, value: scalar }),
  fc.record({ kind: fc.constant('defined' as const), path }),
  fc.record({ kind: fc.constant('starts' as const), path, prefix: fc.constantFrom('', 'a', '🎿', 'Å', `'`) }),
  fc.record({ kind: fc.constant('fixed' as const), holds: fc.boolean() }),
);

const { condition } = fc.letrec<{ condition: Condition; several: Condition[] }>(tie => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    terms,
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    fc.record({ kind: fc.constant('all' as const), of: tie('several') }),
    fc.record({ kind: fc.constant('any' as const), of: tie('several') }),
  ),
  several: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
}));

const named = (steps: readonly string[]): string => ['c', ...steps].join('.');
const text = (given: Scalar): string => JSON.stringify(given);

/** The condition as a person would write it; lists go as parameters, each under a number. */
const written = (given: Condition, lists: Json[]): string =>
  byKind<string>(
    {
      all: ({ of }) => `(${of.map(term => written(term, lists)).join(' AND ')})`,
      any: ({ of }) => `(${of.map(term => written(term, lists)).join(' OR ')})`,
      not: ({ of }) => `NOT ${written(of, lists)}`,
      fixed: ({ holds }) => String(holds),
      compare: ({ path: steps, comparator, value: right }) => `${named(steps)} ${comparator} ${text(right)}`,
      among: ({ by, path: steps, values }) =>
        by === 'in'
          ? `${named(steps)} IN (${values.map(text).join(', ')})`
          : `ARRAY_CONTAINS(@list${String(lists.push(values) - 1)}, ${named(steps)})`,
      holds: ({ path: steps, value: wanted }) => `ARRAY_CONTAINS(${named(steps)}, ${text(wanted)})`,
      defined: ({ path: steps }) => `IS_DEFINED(${named(steps)})`,
      starts: ({ path: steps, prefix }) => `STARTSWITH(${named(steps)}, ${text(prefix)})`,
    },
    given,
  );

describe('a filter', () => {
  const bench = openBench({ id: 'everything', partitionKey: { paths: ['/pk'] } });
  const documents = fc.sample(body, { numRuns: 120, seed: 7 }).map((properties, n) => ({
    ...properties,
    id: String(n),
    pk: 'a',
  }));

  beforeAll(() => {
    fill(bench, documents);
  });

  const idsFound = (where: Condition, partition: string | undefined): unknown[] => {
    const lists: Json[] = [];
    const query = parseQuery({
      query: `SELECT * FROM c WHERE ${written(where, lists)}`,
      parameters: lists.map((list, n) => ({ name: `@list${String(n)}`, value: list })),
    });
    const { sql, params } = statementFor({ ...bench, partition, now: 0 }, query, {
      from: undefined,
      limit: 1000,
    });
    return bench.sqlite.rows(sql, params).map(row => storedBody(row)['id']);
  };

  it('finds exactly the documents of which the condition is true, through the indexes and without', () => {
    fc.assert(
      fc.property(condition, where => {
        const expected = documents.filter(document => answer(where, document) === true).map(({ id }) => id);

        expect(idsFound(where, undefined).sort()).toEqual([...expected].sort());
        expect(idsFound(where, '"a"').sort()).toEqual([...expected].sort());
      }),
      { numRuns: 400 },
    );
  });
});
