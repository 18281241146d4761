import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

export type Kind = 'param' | 'var' | 'resource' | 'module' | 'output';
export type Declared = {
  readonly kind: Kind;
  readonly name: string;
  /** Without the at sign and what stands in brackets. */
  readonly decorators: readonly string[];
  /** Of a resource without its version, of a module its path, of a parameter as it is written. */
  readonly type: string;
  readonly existing: boolean;
  /** As it is written, without its brackets; empty for what is always made. */
  readonly condition: string;
  /** What comes after `=`, without its loop and condition. */
  readonly value: Node | undefined;
};
export type BicepFile = {
  readonly path: string;
  readonly root: Node;
  readonly declared: readonly Declared[];
};

const FOLDER = 'infra';
const KINDS: Readonly<Record<string, Kind>> = {
  parameter_declaration: 'param',
  variable_declaration: 'var',
  resource_declaration: 'resource',
  module_declaration: 'module',
  output_declaration: 'output',
};
const LOOPS = ['for_statement', 'if_statement'];

let parser: Parser | undefined;

/** To be awaited before anything is parsed. */
export const readGrammar = async (): Promise<void> => {
  await Parser.init();
  const path = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  const grammar = await Language.load(new Uint8Array(readFileSync(path)));
  parser = new Parser().setLanguage(grammar);
};

export const partsOf = (node: Node): readonly Node[] =>
  node.namedChildren.flatMap(child => (child === null || child.type.includes('comment') ? [] : [child]));

export const withoutQuotes = (text: string): string => text.replace(/^'(.*)'$/s, '$1');

/** What is repeated, or made only sometimes. */
const bare = (node: Node | undefined): Node | undefined =>
  node !== undefined && LOOPS.includes(node.type) ? bare(partsOf(node).at(-1)) : node;

const conditionOf = (node: Node | undefined): string =>
  node?.type === 'if_statement' ? (partsOf(node)[0]?.text ?? '').replace(/^\((.*)\)$/s, '$1') : '';

const decoratorsBefore = (node: Node): readonly string[] => {
  const before = node.previousNamedSibling;
  if (before?.type !== 'decorators') return [];
  return partsOf(before).map(decorator => /^@(?:sys\.)?(\w+)/.exec(decorator.text)?.[1] ?? '');
};

const typeOf = (kind: Kind, second: Node | undefined): string => {
  if (kind === 'var') return '';
  const written = withoutQuotes(second?.text ?? '');
  return kind === 'resource' ? (written.split('@')[0] ?? '') : written;
};

const VALUE_AT: Readonly<Record<Kind, number>> = { param: 2, var: 1, resource: 2, module: 2, output: 2 };

const declaredBy = (node: Node): readonly Declared[] => {
  const kind = KINDS[node.type];
  if (kind === undefined) return [];
  const parts = partsOf(node);
  return [
    {
      kind,
      name: parts[0]?.text ?? '',
      decorators: decoratorsBefore(node),
      type: typeOf(kind, parts[1]),
      existing: node.children.some(child => child?.type === 'existing'),
      condition: conditionOf(parts[VALUE_AT[kind]]),
      value: bare(parts[VALUE_AT[kind]]),
    },
  ];
};

/** The grammar knows no files of parameters; their assignments read as those of variables. */
const asBicep = (path: string, text: string): string =>
  path.endsWith('.bicepparam') ? text.replaceAll(/^param (?=\w+ *=)/gm, 'var ') : text;

export const bicepFrom = (text: string, path = 'sample.bicep'): BicepFile => {
  const tree = parser?.parse(asBicep(path, text));
  if (tree === null || tree === undefined) throw new Error(`${path} could not be parsed`);
  return { path, root: tree.rootNode, declared: partsOf(tree.rootNode).flatMap(declaredBy) };
};

/** Every file under infra/ with this ending. */
export const pathsOf = (ending: '.bicep' | '.bicepparam'): readonly string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => join(FOLDER, name))
    .sort();

export const bicepAt = (path: string): BicepFile => bicepFrom(readFileSync(path, 'utf8'), path);

export const every = (node: Node, ...types: readonly string[]): readonly Node[] =>
  node.descendantsOfType([...types]).flatMap(found => (found === null ? [] : [found]));

/** What is called; the grammar takes the first call of an array for a name and something in brackets. */
export const isCalled = (root: Node, name: Node): boolean =>
  root.text[name.endIndex - root.startIndex] === '(';

export const entriesOf = (node: Node | undefined): readonly (readonly [string, Node])[] => {
  const object = bare(node);
  if (object?.type !== 'object') return [];
  return partsOf(object).flatMap(property => {
    const [key, value] = partsOf(property);
    return key === undefined || value === undefined ? [] : [[withoutQuotes(key.text), value] as const];
  });
};

/** The value at `properties.backupPolicy.type`. */
export const valueAt = (node: Node | undefined, path: string): Node | undefined =>
  path
    .split('.')
    .reduce<Node | undefined>((inner, key) => entriesOf(inner).find(([name]) => name === key)?.[1], node);

/** As it is written, a string without its quotes; empty when it is not there. */
export const textAt = (node: Node | undefined, path: string): string =>
  withoutQuotes(valueAt(node, path)?.text ?? '');

export const named = ({ declared }: BicepFile, kind: Kind): readonly Declared[] =>
  declared.filter(one => one.kind === kind);

/** The resources a file makes; those it only refers to are others' to make. */
export const resourcesIn = (file: BicepFile): readonly Declared[] =>
  named(file, 'resource').filter(({ existing }) => !existing);
