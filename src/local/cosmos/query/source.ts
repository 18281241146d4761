import { type Json } from '../json';
import { badRequest, unsupported, type Refusal } from '../refusal';
import { tokenize, type Token } from './tokens';

/** A query on its way through the parser: where it is, and what its parameters are. */
export type Source = {
  readonly peek: () => Token;
  readonly next: () => Token;
  /** Consumes the word or symbol when it comes next. */
  readonly takes: (text: string) => boolean;
  /** The same, and a syntax error when it does not. */
  readonly expect: (text: string) => void;
  readonly parameter: (name: string) => Json;
  /** The name that stands for the document, usually `c`. */
  readonly root: string;
};

const KNOWN_ELSEWHERE = [
  ['JOIN', 'JOIN'],
  ['GROUP', 'GROUP BY'],
  ['DISTINCT', 'DISTINCT'],
  ['BETWEEN', 'BETWEEN'],
  ['LIKE', 'LIKE'],
  ['OFFSET', 'OFFSET and LIMIT (page by continuation token)'],
  ['LIMIT', 'OFFSET and LIMIT (page by continuation token)'],
  ['EXISTS', 'EXISTS'],
  ['ARRAY', 'ARRAY subqueries'],
  ['UDF', 'user-defined functions'],
  ['RANK', 'ORDER BY RANK'],
  ['??', 'the operator ??'],
  ['?', 'the operator ?'],
  ['||', 'the operator ||'],
  ['+', 'arithmetic'],
  ['-', 'arithmetic'],
  ['*', 'arithmetic'],
  ['/', 'arithmetic'],
  ['%', 'arithmetic'],
  ['[', 'array indexes and array literals'],
  ['{', 'object literals'],
] as const;

const isSame = (token: Token, text: string): boolean =>
  (token.kind === 'word' || token.kind === 'symbol') && token.text.toUpperCase() === text;

/** The refusal for a token that nothing here can read: by its name when the service knows it, else a syntax error. */
export const unexpected = (token: Token): Refusal => {
  const known = KNOWN_ELSEWHERE.find(([text]) => isSame(token, text));
  return known === undefined ? badRequest(`Syntax error near "${token.text}".`) : unsupported(known[1]);
};

const CLAUSES = ['WHERE', 'ORDER', ...KNOWN_ELSEWHERE.map(([text]) => text)];

const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'word' && !CLAUSES.some(clause => isSame(token, clause));

/** FROM c, FROM root c, FROM root AS c: the last name is the document's. */
const rootOf = (tokens: readonly Token[]): string => {
  const from = tokens.findIndex(token => isSame(token, 'FROM'));
  const names = from < 0 ? [] : tokens.slice(from + 1, from + 4);
  const [name, alias] = names.filter(token => !isSame(token, 'AS'));
  if (!isName(name)) throw badRequest('Syntax error: the query has no FROM.');
  return isName(alias) ? alias.text : name.text;
};

export const openSource = (query: string, parameters: ReadonlyMap<string, Json>): Source => {
  const tokens = tokenize(query);
  const end: Token = { kind: 'end', text: 'the end of the query' };
  let at = 0;
  const peek = (): Token => tokens[at] ?? end;
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const takes = (text: string): boolean => {
    const same = isSame(peek(), text);
    if (same) at += 1;
    return same;
  };
  return {
    peek,
    next,
    takes,
    expect: text => {
      if (!takes(text)) throw unexpected(peek());
    },
    parameter: name => {
      const value = parameters.get(name);
      if (value === undefined) throw badRequest(`The query names ${name}, which has no value.`);
      return value;
    },
    root: rootOf(tokens),
  };
};
