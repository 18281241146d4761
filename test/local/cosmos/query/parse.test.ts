import fc from 'fast-check';
import { parsePredicate, parseQuery } from '../../../../src/local/cosmos/query/parse';
import { isRefusal } from '../../../../src/local/cosmos/refusal';

const parse = (query: string, parameters: { name: string; value: string | number }[] = []) =>
  parseQuery({ query, parameters });

const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return `${String(error.status)} ${error.message}`;
    throw error;
  }
  return 'read';
};

describe('parseQuery', () => {
  it('reads every clause', () => {
    const query = parse("SELECT TOP 3 c.id, c['a b'].d AS e FROM c WHERE c.x = @x ORDER BY c.y DESC, c.z", [
      { name: '@x', value: 7 },
    ]);

    expect(query).toEqual({
      selection: {
        kind: 'fields',
        fields: [
          { name: 'id', path: ['id'] },
          { name: 'e', path: ['a b', 'd'] },
        ],
      },
      top: 3,
      where: { kind: 'compare', path: ['x'], comparator: '=', value: 7 },
      orderBy: [
        { path: ['y'], descending: true },
        { path: ['z'], descending: false },
      ],
    });
  });

  it.each([
    'SELECT * FROM c',
    'select * from c where c.a = 1 order by c.a asc',
    'SELECT * FROM root r WHERE r.a = 1',
    'SELECT * FROM root AS r WHERE r.a = 1',
    '  SELECT\n*\tFROM c  ',
    'SELECT VALUE c FROM c',
    'SELECT c FROM c',
    'SELECT * FROM c WHERE c.place["town"] = "x"',
    'SELECT * FROM c WHERE c.a <> 1',
  ])('reads %s', query => {
    expect(refusalOf(() => parse(query))).toBe('read');
  });

  it.each([
    ["'it''s'", '400 Syntax error near "s".'],
    ['"open', '400 Syntax error near """.'],
  ])('does not read the text %s', (text, refusal) => {
    expect(refusalOf(() => parse(`SELECT * FROM c WHERE c.a = ${text}`))).toBe(refusal);
  });

  it.each([
    [`'it\\'s'`, "it's"],
    [`"it's"`, "it's"],
    [`'say "hi"'`, 'say "hi"'],
    [`"say \\"hi\\""`, 'say "hi"'],
    [`'tab\\tæ\\u00e5'`, 'tab\tæå'],
    ['-12.5e2', -1250],
  ])('reads the literal %s', (text, value) => {
    expect(parse(`SELECT * FROM c WHERE c.a = ${text}`).where).toMatchObject({ value });
  });

  it.each([
    ['SELECT DISTINCT c.a FROM c', 'DISTINCT'],
    ['SELECT c.a FROM c JOIN t IN c.tags', 'JOIN'],
    ['SELECT c.a FROM c GROUP BY c.a', 'GROUP BY'],
    ['SELECT * FROM c OFFSET 1 LIMIT 2', 'OFFSET and LIMIT'],
    ['SELECT * FROM c WHERE c.a BETWEEN 1 AND 2', 'BETWEEN'],
    ['SELECT * FROM c WHERE c.a LIKE "x%"', 'LIKE'],
    ['SELECT * FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tags)', 'the function EXISTS'],
    ['SELECT * FROM c WHERE CONTAINS(c.a, "x")', 'the function CONTAINS'],
    ['SELECT * FROM c WHERE udf.f(c.a)', 'user-defined functions'],
    ['SELECT VALUE SUM(c.a) FROM c', 'the function SUM'],
    ['SELECT VALUE COUNT(c.a) FROM c', 'COUNT of anything but 1'],
    ['SELECT TOP 1 VALUE COUNT(1) FROM c', 'COUNT with TOP or ORDER BY'],
    ['SELECT * FROM c WHERE c.a + 1 = 2', 'arithmetic'],
    ['SELECT * FROM c WHERE c.a ?? 1 = 2', 'the operator ??'],
    ['SELECT * FROM c WHERE c.list[0] = 1', 'array indexes'],
    ['SELECT * FROM c WHERE c.a = c.b', 'comparing c.a with another property'],
    ['SELECT * FROM c WHERE c.a = [1]', 'array indexes and array literals'],
    ['SELECT * FROM c WHERE c.a = {}', 'object literals'],
    ['SELECT * FROM c WHERE STARTSWITH(c.a, "x", true)', 'the third argument of STARTSWITH'],
    ['SELECT * FROM c WHERE ARRAY_CONTAINS(c.a, 1, true)', 'the third argument of ARRAY_CONTAINS'],
    ['SELECT {"a": c.a} FROM c', 'object literals'],
  ])('names what it lacks in %s', (query, feature) => {
    expect(refusalOf(() => parse(query))).toContain(
      `400 Not supported by the embedded Cosmos server: ${feature}`,
    );
  });

  it.each([
    ['', 'the query has no FROM'],
    ['SELECT *', 'the query has no FROM'],
    ['SELECT * FROM', 'the query has no FROM'],
    ['SELECT * FROM c WHERE', 'Syntax error near "the end of the query"'],
    ['SELECT * FROM c WHERE c.a', undefined],
    ['SELECT * FROM c WHERE x.a = 1', 'Syntax error near "x"'],
    ['SELECT * FROM c WHERE c.a = @nobody', '@nobody, which has no value'],
    ['SELECT * FROM c WHERE c.a = 1 c.b', 'Syntax error near "c"'],
    ['SELECT * FROM c WHERE (c.a = 1', 'Syntax error near "the end of the query"'],
    ['SELECT * FROM c WHERE "x"', 'A condition must be true or false'],
    ['SELECT TOP -1 * FROM c', 'TOP needs a number from zero up'],
    ['SELECT TOP 1.5 * FROM c', 'TOP needs a whole number'],
    ['SELECT * FROM c ORDER c.a', 'Syntax error near "c"'],
    [`SELECT * FROM c WHERE ${'('.repeat(60)}true${')'.repeat(60)}`, 'nested too deeply'],
    [`SELECT * FROM c WHERE ${'NOT '.repeat(10_000)}true`, 'nested too deeply'],
    [
      `SELECT * FROM c WHERE ${Array.from({ length: 501 }, () => 'true').join(' OR ')}`,
      'more than 500 terms',
    ],
  ])('answers %p with what is wrong', (query, message) => {
    const said = refusalOf(() => parse(query));

    expect(said).toContain(message ?? 'read');
  });

  it('answers any text at all with a query or a refusal, never a fault', () => {
    const words = fc.constantFrom(
      ...[
        'SELECT',
        '*',
        'FROM',
        'c',
        'WHERE',
        'c.a',
        '=',
        '1',
        '"x"',
        "'",
        '(',
        ')',
        'NOT',
        'AND',
        'IN',
        ',',
        '@p',
        'TOP',
        '[',
        '.',
        'ORDER',
        'BY',
        '\\',
        'æ',
      ],
    );
    const sentence = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 14 }).map(all => all.join(' ')),
      fc.array(words, { maxLength: 10 }).map(all => `SELECT * FROM c WHERE ${all.join(' ')}`),
    );

    fc.assert(
      fc.property(sentence, query => {
        expect(refusalOf(() => parse(query, [{ name: '@p', value: 1 }]))).toMatch(/^(read|400 )/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parsePredicate', () => {
  it('reads the condition of a patch', () => {
    expect(parsePredicate('from c where c.n = 1')).toEqual({
      kind: 'compare',
      path: ['n'],
      comparator: '=',
      value: 1,
    });
  });

  it.each([
    'where c.n = 1',
    'from c',
    'from c where',
    'from c where c.n = 1 order by c.n',
    'from c where c.n = @n',
  ])('refuses %p', predicate => {
    expect(refusalOf(() => parsePredicate(predicate))).toMatch(/^400 /);
  });
});
