import { z } from 'zod';
import { trustedJson } from '../json';
import { badRequest } from '../refusal';

export type Token =
  | { readonly kind: 'word' | 'parameter' | 'symbol' | 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'end'; readonly text: string };

type Found = Partial<Record<'word' | 'parameter' | 'number' | 'text' | 'symbol', string>>;

const pattern = (): RegExp =>
  /\s*(?:(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<parameter>@[\p{L}_][\p{L}\p{N}_]*)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<symbol><=|>=|!=|<>|\?\?|\|\||[^\s\p{L}\p{N}]))/uy;

/** Both kinds of quotes take JSON's escapes; a single-quoted text is turned into a double-quoted one first. */
const unquoted = (raw: string): string => {
  const inner = raw.slice(1, -1);
  const escaped = raw.startsWith("'")
    ? inner.replace(/\\.|"/gsu, found => (found === '"' ? '\\"' : found === "\\'" ? "'" : found))
    : inner.replaceAll("\\'", "'");
  try {
    return z.string().parse(trustedJson(`"${escaped}"`));
  } catch {
    throw badRequest(`Syntax error in the text ${raw}.`);
  }
};

const toToken = ({ word, parameter, number, text, symbol }: Found): Token => {
  if (word !== undefined) return { kind: 'word', text: word };
  if (parameter !== undefined) return { kind: 'parameter', text: parameter };
  if (number !== undefined) return { kind: 'number', text: number, value: Number(number) };
  if (text !== undefined) return { kind: 'text', text: unquoted(text) };
  return { kind: 'symbol', text: symbol ?? '' };
};

/** The query's words in order, always closed by an `end`. Throws 400 where nothing can be read. */
export const tokenize = (query: string): readonly Token[] => {
  const tokens: Token[] = [];
  const next = pattern();
  const end = query.trimEnd().length;
  while (next.lastIndex < end) {
    const at = next.lastIndex;
    const match = next.exec(query);
    if (match === null) throw badRequest(`Syntax error near "${query.slice(at, at + 20)}".`);
    tokens.push(toToken(match.groups ?? {}));
  }
  return [...tokens, { kind: 'end', text: 'the end of the query' }];
};
