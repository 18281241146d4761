import { isArray, type Scalar } from '../json';
import { type PropertyPath } from '../property-path';
import { badRequest, unsupported } from '../refusal';
import { type Comparator, type Condition } from './ast';
import { parseOperand, parsePath, scalarOf, type Operand } from './parse-operand';
import { unexpected, type Source } from './source';

/** SQLite reads an expression at most a thousand deep; a person writes far less. */
const DEEPEST = 50;
const MOST_TERMS = 500;
const MOST_VALUES = 10_000;

type Turned = Readonly<Record<Comparator, Comparator>>;
const TURNED: Turned = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

const comparator = (source: Source): Comparator | undefined => {
  if (source.takes('<>')) return '!=';
  return (['=', '!=', '<=', '>=', '<', '>'] as const).find(symbol => source.takes(symbol));
};

const checkedValues = (values: readonly Scalar[]): readonly Scalar[] => {
  if (values.length > MOST_VALUES) throw badRequest('A list in a query holds at most 10,000 values.');
  return values;
};

const listed = (source: Source, path: PropertyPath): readonly Scalar[] => {
  const values: Scalar[] = [];
  source.expect('(');
  do values.push(scalarOf(parseOperand(source), path));
  while (source.takes(','));
  source.expect(')');
  return checkedValues(values);
};

const isDefined = (source: Source): Condition => ({ kind: 'defined', path: parsePath(source) });

const arrayContains = (source: Source): Condition => {
  const list = parseOperand(source);
  source.expect(',');
  const wanted = parseOperand(source);
  if (source.takes(',')) throw unsupported('the third argument of ARRAY_CONTAINS');
  if (list.kind === 'path') return { kind: 'holds', path: list.path, value: scalarOf(wanted, list.path) };
  if (wanted.kind !== 'path') throw unsupported('ARRAY_CONTAINS without a property');
  if (!isArray(list.value)) throw badRequest('ARRAY_CONTAINS needs a list as its first argument.');
  const values = list.value.map(value => scalarOf({ kind: 'value', value }, wanted.path));
  return { kind: 'among', by: 'list', path: wanted.path, values: checkedValues(values) };
};

const startsWith = (source: Source): Condition => {
  const path = parsePath(source);
  source.expect(',');
  const prefix = scalarOf(parseOperand(source), path);
  if (source.takes(',')) throw unsupported('the third argument of STARTSWITH');
  if (typeof prefix !== 'string') throw badRequest('STARTSWITH needs a text.');
  return { kind: 'starts', path, prefix };
};

const FUNCTIONS: ReadonlyMap<string, (source: Source) => Condition> = new Map([
  ['IS_DEFINED', isDefined],
  ['ARRAY_CONTAINS', arrayContains],
  ['STARTSWITH', startsWith],
]);

const called = (source: Source): Condition | undefined => {
  const token = source.peek();
  const read = token.kind === 'word' ? FUNCTIONS.get(token.text.toUpperCase()) : undefined;
  if (read === undefined) return undefined;
  source.next();
  source.expect('(');
  const condition = read(source);
  source.expect(')');
  return condition;
};

const membership = (source: Source, path: PropertyPath): Condition | undefined => {
  const negated = source.takes('NOT');
  if (!source.takes('IN')) {
    if (negated) throw unexpected(source.peek());
    return undefined;
  }
  const among: Condition = { kind: 'among', by: 'in', path, values: listed(source, path) };
  return negated ? { kind: 'not', of: among } : among;
};

/** A value on its own counts only when it is a boolean. */
const alone = (operand: Operand): Condition => {
  if (operand.kind === 'path') return { kind: 'compare', path: operand.path, comparator: '=', value: true };
  if (typeof operand.value !== 'boolean') throw badRequest('A condition must be true or false.');
  return { kind: 'fixed', holds: operand.value };
};

const compared = (left: Operand, sign: Comparator, right: Operand): Condition => {
  if (left.kind === 'path') {
    return { kind: 'compare', path: left.path, comparator: sign, value: scalarOf(right, left.path) };
  }
  if (right.kind === 'value') throw unsupported('comparing two values without a property');
  return {
    kind: 'compare',
    path: right.path,
    comparator: TURNED[sign],
    value: scalarOf(left, right.path),
  };
};

const comparison = (source: Source): Condition => {
  const left = parseOperand(source);
  const sign = comparator(source);
  if (sign !== undefined) return compared(left, sign, parseOperand(source));
  const among = left.kind === 'path' ? membership(source, left.path) : undefined;
  return among ?? alone(left);
};

const primary = (source: Source, depth: number): Condition => {
  if (depth > DEEPEST) throw badRequest('The condition is nested too deeply.');
  if (source.takes('NOT')) return { kind: 'not', of: primary(source, depth + 1) };
  if (!source.takes('(')) return called(source) ?? comparison(source);
  const condition = either(source, depth + 1);
  source.expect(')');
  return condition;
};

const chain = (kind: 'all' | 'any', of: readonly Condition[]): Condition => {
  if (of.length > MOST_TERMS) throw badRequest('The condition has more than 500 terms in a row.');
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
};

const both = (source: Source, depth: number): Condition => {
  const terms = [primary(source, depth)];
  while (source.takes('AND')) terms.push(primary(source, depth));
  return chain('all', terms);
};

const either = (source: Source, depth: number): Condition => {
  const terms = [both(source, depth)];
  while (source.takes('OR')) terms.push(both(source, depth));
  return chain('any', terms);
};

/** AND binds tighter than OR, NOT tighter than both. */
export const parseCondition = (source: Source): Condition => either(source, 0);
