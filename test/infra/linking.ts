import { dirname, join } from 'node:path';
import { type Node } from 'web-tree-sitter';
import { bicepAt, type BicepFile, type Declared, every, isCalled, named, partsOf } from './bicep';
import { givenTo, type Policy } from './policies';

/** The functions of Bicep that may be used. */
const FUNCTIONS = [
  ...['concat', 'empty', 'environment', 'filter', 'guid', 'items', 'join', 'json', 'loadJsonContent', 'map'],
  ...['resourceGroup', 'resourceId', 'subscription', 'subscriptionResourceId', 'union', 'uniqueString'],
  'readEnvironmentVariable',
];
const LOCAL = ['loop_variable', 'loop_enumerator'];

const namesItsParent = (node: Node, parentType: string): boolean =>
  node.parent?.type === parentType && partsOf(node.parent)[0]?.id === node.id;

const initialises = (node: Node): boolean =>
  node.parent?.type === 'for_statement' && node.parent.childForFieldName('initializer')?.id === node.id;

/** Names that a loop or a lambda brings. */
const localsIn = ({ root }: BicepFile): readonly string[] => [
  ...every(root, ...LOCAL).map(({ text }) => text),
  ...every(root, 'identifier')
    .filter(node => initialises(node) || namesItsParent(node, 'lambda_expression'))
    .map(({ text }) => text),
];

const HEADS = [
  ...['object_property', 'parameter_declaration', 'variable_declaration'],
  ...['resource_declaration', 'module_declaration', 'output_declaration'],
];

const isUse = ({ root }: BicepFile, node: Node): boolean =>
  !isCalled(root, node) && !HEADS.some(type => namesItsParent(node, type));

const usesIn = (file: BicepFile): readonly string[] =>
  every(file.root, 'identifier')
    .filter(node => isUse(file, node))
    .map(({ text }) => text);

const isDecorator = (node: Node): boolean => node.parent?.parent?.type === 'decorator';

const calledIn = ({ root }: BicepFile): readonly string[] =>
  every(root, 'identifier')
    .filter(node => isCalled(root, node) && !isDecorator(node))
    .map(({ text }) => text);

/** Every name is declared, and every name that is declared is used. */
export const isWhole: Policy = file => {
  const declared = file.declared.filter(({ kind }) => kind !== 'output').map(({ name }) => name);
  const locals = localsIn(file);
  const uses = usesIn(file);
  return [
    ...uses
      .filter(name => !declared.includes(name) && !locals.includes(name))
      .map(name => `${name} is not declared`),
    ...calledIn(file)
      .filter(name => !FUNCTIONS.includes(name))
      .map(name => `${name} is no function that is known here`),
    ...file.declared
      .filter(({ kind, name }) => (kind === 'param' || kind === 'var') && !uses.includes(name))
      .map(({ name }) => `${name} is not used`),
  ];
};

const targetOf = (file: BicepFile, { type }: Declared): BicepFile => bicepAt(join(dirname(file.path), type));

const misfits = (what: string, target: BicepFile, given: ReadonlyMap<string, string>): readonly string[] => {
  const params = named(target, 'param');
  return [
    ...params
      .filter(({ name, value }) => value === undefined && !given.has(name))
      .map(({ name }) => `${what} does not get ${name}`),
    ...[...given.keys()]
      .filter(name => !params.some(param => param.name === name))
      .map(name => `${what} does not know ${name}`),
  ];
};

/** A secret stays one in the module it is given to. */
const leaks = (file: BicepFile, module: Declared, target: BicepFile): readonly string[] =>
  [...givenTo(module)]
    .filter(([, text]) =>
      named(file, 'param').some(({ name, decorators }) => name === text && decorators.includes('secure')),
    )
    .filter(
      ([name]) => !named(target, 'param').some(one => one.name === name && one.decorators.includes('secure')),
    )
    .map(([name]) => `${module.name} does not keep ${name} secret`);

const unknownOutputs = (file: BicepFile, module: Declared, target: BicepFile): readonly string[] =>
  [...file.root.text.matchAll(new RegExp(`\\b${module.name}!?\\.outputs\\.(\\w+)`, 'g'))]
    .map(([, output = '']) => output)
    .filter(output => !named(target, 'output').some(({ name }) => name === output))
    .map(output => `${module.name} does not tell ${output}`);

/** Every module gets what it asks for and nothing else, keeps secrets, and tells what is read of it. */
export const isJoined: Policy = file =>
  named(file, 'module').flatMap(module => {
    const target = targetOf(file, module);
    return [
      ...misfits(module.name, target, givenTo(module)),
      ...leaks(file, module, target),
      ...unknownOutputs(file, module, target),
    ];
  });

/** A file of parameters gives what is asked for and nothing else. */
export const suits =
  (target: BicepFile): Policy =>
  file =>
    misfits(
      file.path,
      target,
      new Map(named(file, 'var').map(({ name, value }) => [name, value?.text ?? ''])),
    );
