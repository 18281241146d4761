import { byKind, type ByKind, type Comparator, type Condition } from '../../src/local/cosmos/query/ast';
import { keyValues } from '../../src/local/cosmos/key-columns';
import { isScalar, type Json, type JsonObject, type Scalar, valueAt } from '../../src/local/cosmos/json';

/** True, false, or undefined where the service has no answer: a missing value, or one of another type. */
type Verdict = boolean | undefined;

const COMPARED: Readonly<Record<Comparator, (order: number) => boolean>> = {
  '=': order => order === 0,
  '!=': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
};

const rankAndValue = (value: Json | undefined): ReturnType<typeof keyValues> =>
  isScalar(value) ? keyValues(value) : [0, ''];

/** As the service sorts: by type, and then by value. */
export const inOrder = (one: Json | undefined, other: Json | undefined): number => {
  const [[rank, value], [otherRank, otherValue]] = [rankAndValue(one), rankAndValue(other)];
  if (rank !== otherRank) return rank - otherRank;
  return value === otherValue ? 0 : value < otherValue ? -1 : 1;
};

const sameType = (one: Json | undefined, other: Scalar): boolean =>
  isScalar(one) && keyValues(one)[0] === keyValues(other)[0];

const among = (value: Json | undefined, values: readonly Scalar[]): Verdict => {
  if (value === undefined) return undefined;
  return values.some(one => sameType(value, one) && inOrder(value, one) === 0);
};

const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

const verdictOn = (document: JsonObject, condition: Condition): Verdict => {
  const on = (one: Condition): Verdict => verdictOn(document, one);
  const table: ByKind<Verdict> = {
    all: ({ of }) => all(of.map(on)),
    any: ({ of }) => not(all(of.map(one => not(on(one))))),
    not: ({ of }) => not(on(of)),
    fixed: ({ holds }) => holds,
    compare: ({ path, comparator, value }) => {
      const found = valueAt(document, path);
      return sameType(found, value) ? COMPARED[comparator](inOrder(found, value)) : undefined;
    },
    among: ({ path, values }) => among(valueAt(document, path), values),
    holds: () => {
      throw new Error('no repository looks into a list');
    },
    defined: ({ path }) => valueAt(document, path) !== undefined,
    starts: ({ path, prefix }) => {
      const found = valueAt(document, path);
      return typeof found === 'string' ? found.startsWith(prefix) : undefined;
    },
  };
  return byKind(table, condition);
};

/** Whether a query's condition, as the embedded server reads it, is true of the document. */
export const matches = (document: JsonObject, condition: Condition): boolean =>
  verdictOn(document, condition) === true;
