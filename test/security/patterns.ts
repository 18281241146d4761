import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const SOURCES = join(ROOT, 'src');

type Found = { readonly where: string; readonly pattern: RegExp };

const sourceFiles = (): readonly string[] =>
  readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name));

const nodesOf = (node: ts.Node): readonly ts.Node[] => {
  const found: ts.Node[] = [node];
  ts.forEachChild(node, child => {
    found.push(...nodesOf(child));
  });
  return found;
};

const patternOf = (literal: string): RegExp => {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1).replace('g', ''));
};

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

const isMade = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** Every regular expression that stands in src, and where. */
export const literalPatterns = (): readonly Found[] =>
  sourceFiles().flatMap(file =>
    nodesOf(parsed(file))
      .filter(ts.isRegularExpressionLiteral)
      .map(node => ({ where: relative(ROOT, file), pattern: patternOf(node.text) })),
  );

/** Every file that puts patterns together while it runs. */
export const filesThatMakePatterns = (): readonly string[] => [
  ...new Set(
    sourceFiles()
      .filter(file => nodesOf(parsed(file)).some(isMade))
      .map(file => relative(ROOT, file)),
  ),
];

/** Signs that the pattern itself names, then what slow patterns are known to stumble over. */
const piecesFor = ({ source }: RegExp): readonly string[] => {
  const own = source.replace(/\\[a-zA-Z]|\\p\{[^}]*\}|[\\^$()[\]{}|?*+]/g, '');
  const words = [...new Set([own, own.slice(0, 1), own.slice(-1), own.slice(0, 3)])];
  const known = [
    'a',
    ' ',
    '1',
    '-',
    '.',
    '_',
    '<',
    '<at>',
    '\u200b',
    '\n',
    'a-',
    '1 ',
    '1-',
    'A1',
    '${',
    '\\',
  ];
  return [...words, ...known].filter(piece => piece !== '');
};

const LAST = ['', '!', '\u0000'];

const textOf = (piece: string, length: number, end: string): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end;

/** Milliseconds of the fastest of so many attempts: what else the machine did does not count. */
const timeOf = (act: () => unknown, attempts: number): number =>
  Math.min(
    ...Array.from({ length: attempts }, () => {
      const began = performance.now();
      act();
      return performance.now() - began;
    }),
  );

/** Ten thousand signs in less than this are no matter: a square pattern takes fifty times as long. */
const LEAST_MS = 1;

type Measured = { readonly attempts: number; readonly long: number };

/** The worst ratio of the time for a long text to that for one of a tenth of its length. */
export const worstRatio = (
  use: (text: string) => unknown,
  pieces: readonly string[],
  { attempts, long }: Measured,
): number => {
  const ratios = pieces.flatMap(piece =>
    LAST.map(end => {
      const [whole, tenth] = [textOf(piece, long, end), textOf(piece, long / 10, end)];
      const time = timeOf(() => use(whole), attempts);
      return time < LEAST_MS
        ? 1
        : time /
            Math.max(
              timeOf(() => use(tenth), attempts),
              LEAST_MS / 10,
            );
    }),
  );
  return Math.max(...ratios);
};

export const ratioOf = (pattern: RegExp, measured: Measured): number =>
  worstRatio(
    text => {
      pattern.test(text);
      return pattern.sticky ? text : text.replace(new RegExp(pattern, `${pattern.flags}g`), '');
    },
    piecesFor(pattern),
    measured,
  );
