import { isScalar, type Json, type Scalar } from '../json';
import { checkedName, ELEMENTS, spoken, type PropertyPath } from '../property-path';
import { badRequest, unsupported } from '../refusal';
import { unexpected, type Source } from './source';
import { type Token } from './tokens';

export type Operand =
  { readonly kind: 'path'; readonly path: PropertyPath } | { readonly kind: 'value'; readonly value: Json };

const WORDS: ReadonlyMap<string, Scalar> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const bracketed = (source: Source): string => {
  const token = source.next();
  if (token.kind === 'number') throw unsupported('array indexes and array literals');
  if (token.kind !== 'text') throw unexpected(token);
  source.expect(']');
  return token.text;
};

const dotted = (source: Source): string => {
  const token = source.next();
  if (token.kind !== 'word') throw unexpected(token);
  return token.text;
};

const step = (source: Source): string | undefined => {
  if (source.takes('.')) return dotted(source);
  return source.takes('[') ? bracketed(source) : undefined;
};

/** `c.a.b` or `c["a"]["b"]`, the root's name consumed already. */
const stepsAfterRoot = (source: Source): PropertyPath => {
  const path: string[] = [];
  for (let name = step(source); name !== undefined; name = step(source)) {
    if (name === ELEMENTS) throw unsupported('the property name "[]"');
    path.push(checkedName(name));
  }
  return path;
};

const fromRoot = (source: Source, name: Token): PropertyPath => {
  if (name.kind === 'word' && name.text === source.root) return stepsAfterRoot(source);
  if (name.kind === 'word' && source.peek().text === '(') throw unsupported(`the function ${name.text}`);
  throw unexpected(name);
};

export const parsePath = (source: Source): PropertyPath => fromRoot(source, source.next());

/** A property, a literal or a parameter. */
export const parseOperand = (source: Source): Operand => {
  const token = source.next();
  if (token.kind === 'text') return { kind: 'value', value: token.text };
  if (token.kind === 'number') return { kind: 'value', value: token.value };
  if (token.kind === 'parameter') return { kind: 'value', value: source.parameter(token.text) };
  const word = WORDS.get(token.text.toLowerCase());
  if (token.kind === 'word' && word !== undefined) return { kind: 'value', value: word };
  return { kind: 'path', path: fromRoot(source, token) };
};

export const scalarOf = (operand: Operand, path: PropertyPath): Scalar => {
  if (operand.kind === 'path') throw unsupported(`comparing ${spoken(path)} with another property`);
  if (!isScalar(operand.value)) throw unsupported(`comparing ${spoken(path)} with an array or an object`);
  return operand.value;
};

/** A whole number as a literal or a parameter, for TOP. */
export const parseCount = (source: Source): number => {
  const operand = parseOperand(source);
  if (operand.kind !== 'value' || typeof operand.value !== 'number' || !Number.isSafeInteger(operand.value)) {
    throw badRequest('TOP needs a whole number.');
  }
  if (operand.value < 0) throw badRequest('TOP needs a number from zero up.');
  return operand.value;
};
