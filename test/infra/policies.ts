import {
  type BicepFile,
  type Declared,
  entriesOf,
  every,
  isCalled,
  named,
  partsOf,
  resourcesIn,
  textAt,
  valueAt,
  withoutQuotes,
} from './bicep';
import { OPEN, ROLES, type Rule, RULES } from './rules';

/** What is wrong with a file, in words. */
export type Policy = (file: BicepFile) => readonly string[];

type Group = 'closed' | 'tls' | 'identities' | 'kept';

const fits = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** A variable stands for what it is. */
const resolved = (file: BicepFile, text: string): string =>
  named(file, 'var').find(({ name }) => name === text)?.value?.text ?? text;

export const isGrammatical: Policy = ({ root }) =>
  root.hasError
    ? every(root, 'ERROR')
        .map(({ startPosition: { row } }) => `line ${String(row + 1)} cannot be read`)
        .concat(every(root, 'ERROR').length === 0 ? ['something is missing'] : [])
    : [];

export const isReviewed: Policy = file =>
  resourcesIn(file)
    .filter(({ type }) => !(type in RULES))
    .map(({ name, type }) => `${name}: nobody has said what ${type} must hold to`);

const holdsTo =
  (group: Group): Policy =>
  file =>
    resourcesIn(file).flatMap(({ name, type, value }) =>
      Object.entries(RULES[type]?.[group] ?? {})
        .filter(([path, wanted]) => !fits(textAt(value, path), wanted))
        .map(([path, wanted]) => `${name}: ${path} is not ${String(wanted)}`),
    );

export const isEncrypted = holdsTo('tls');
export const isForIdentities = holdsTo('identities');
export const isKept = holdsTo('kept');

const openings: Policy = ({ root }) =>
  every(root, 'object_property').flatMap(property => {
    const [key, value] = partsOf(property);
    const name = key?.text ?? '';
    if (!name.startsWith('publicNetworkAccess') || name in OPEN) return [];
    return withoutQuotes(value?.text ?? '') === 'Disabled' ? [] : [`${name} is not Disabled`];
  });

export const isClosed: Policy = file => [...holdsTo('closed')(file), ...openings(file)];

const missing = (
  file: BicepFile,
  asks: (rule: Rule) => boolean,
  has: (one: Declared) => boolean,
): readonly string[] =>
  resourcesIn(file)
    .filter(one => {
      const rule = RULES[one.type];
      return rule !== undefined && asks(rule) && !has(one);
    })
    .map(({ name }) => name);

const scopedTo = (file: BicepFile, type: string, { name }: Declared): readonly Declared[] =>
  resourcesIn(file).filter(other => other.type === type && textAt(other.value, 'scope') === name);

const logs = ({ value }: Declared): boolean =>
  textAt(value, 'properties.workspaceId') !== '' &&
  textAt(value, 'properties.logs').includes('enabled: true');

export const isDiagnosed: Policy = file =>
  missing(
    file,
    ({ diagnostics }) => diagnostics === true,
    one => scopedTo(file, 'Microsoft.Insights/diagnosticSettings', one).some(logs),
  ).map(name => `${name} has no diagnostic settings`);

export const isPrivate: Policy = file =>
  missing(
    file,
    ({ endpoint }) => endpoint === true,
    ({ name }) =>
      named(file, 'module').some(
        ({ type, value }) =>
          type.endsWith('private-endpoint.bicep') && textAt(value, 'params.serviceId') === `${name}.id`,
      ),
  ).map(name => `${name} has no private endpoint`);

export const isLocked: Policy = file =>
  missing(
    file,
    ({ lock }) => lock === true,
    one =>
      scopedTo(file, 'Microsoft.Authorization/locks', one).some(
        ({ value }) => textAt(value, 'properties.level') === 'CanNotDelete',
      ),
  ).map(name => `${name} can be deleted by mistake`);

/** No policy is written over one that was locked: Azure lets that only be lengthened, and the deployment would fail. */
const holds = ({ type, value, condition }: Declared, container: string): boolean =>
  type.endsWith('/immutabilityPolicies') && textAt(value, 'parent') === container && condition === '!locked';

/** Every container of blobs has its policy, or the anchors in it are anybody's to change. */
export const isImmutable: Policy = file =>
  resourcesIn(file)
    .filter(({ type }) => type === 'Microsoft.Storage/storageAccounts/blobServices/containers')
    .filter(({ name }) => !resourcesIn(file).some(policy => holds(policy, name)))
    .map(({ name }) => `${name} has no immutability policy until it is locked`);

const ASKS_FOR_KEYS = /^(list[A-Z]\w*|getSecret)$/;

export const isKeyless: Policy = ({ root }) =>
  every(root, 'identifier', 'property_identifier')
    .filter(name => isCalled(root, name) && ASKS_FOR_KEYS.test(name.text))
    .map(({ text }) => `${text} hands out keys`);

const roleFaults = (file: BicepFile, { name, value }: Declared): readonly string[] => {
  const scope = resourcesIn(file).find(one => one.name === textAt(value, 'scope'));
  const role = resolved(file, textAt(value, 'properties.roleDefinitionId'));
  const own = resourcesIn(file).some(
    one => one.type === 'Microsoft.Authorization/roleDefinitions' && role === `${one.name}.id`,
  );
  const known = Object.entries(ROLES).find(([id]) => role.includes(id));
  return [
    ...(scope === undefined ? [`${name} is not for one resource`] : []),
    ...(own || known !== undefined ? [] : [`${name} gives a role that is not on the list`]),
    ...(known === undefined || known[1] === scope?.type ? [] : [`${name} is for more than its role`]),
    ...(textAt(value, 'properties.principalType') === 'ServicePrincipal'
      ? []
      : [`${name} may be for anybody`]),
  ];
};

const sqlRoleFaults = (file: BicepFile, { name, value }: Declared): readonly string[] => {
  const role = textAt(value, 'properties.roleDefinitionId').replace(
    /^.*sqlRoleDefinitions\/\$\{(\w+)\}$/,
    (_, variable: string) => resolved(file, variable),
  );
  return [
    ...(/\/dbs\/\$\{\w+\}$/.test(textAt(value, 'properties.scope'))
      ? []
      : [`${name} is for the whole account`]),
    ...(/^'0{8}-(0{4}-){3}0{11}[12]'$/.test(role) ? [] : [`${name} gives a role that is not on the list`]),
  ];
};

const ownRoleFaults = ({ name, value }: Declared): readonly string[] => {
  const text = valueAt(value, 'properties.permissions')?.text ?? '';
  return [
    ...(/\*|delete/i.test(text) ? [`${name} may do more than it needs`] : []),
    ...(/\bactions: \[\]/.test(text) ? [] : [`${name} may change resources`]),
    ...(textAt(value, 'properties.assignableScopes') === '[resourceGroup().id]'
      ? []
      : [`${name} can be given anywhere`]),
  ];
};

export const isLeastPrivilege: Policy = file =>
  resourcesIn(file).flatMap(one => {
    if (one.type === 'Microsoft.Authorization/roleAssignments') return roleFaults(file, one);
    if (one.type.endsWith('/sqlRoleAssignments')) return sqlRoleFaults(file, one);
    return one.type === 'Microsoft.Authorization/roleDefinitions' ? ownRoleFaults(one) : [];
  });

const SECRET = /secret|password|credential|token|programme|privateKey|accessKey|sharedKey/i;
const isText = ({ type }: Declared): boolean => /^(string|object|array)/.test(type);
const isSecure = ({ decorators }: Declared): boolean => decorators.includes('secure');

const mentions = ({ value }: Declared, name: string): boolean =>
  new RegExp(`\\b${name}\\b`).test(value?.text ?? '');

/** What is secret is marked so, has no usual value, and does not come out again. */
export const isSecretive: Policy = file => {
  const params = named(file, 'param');
  const outputs = named(file, 'output');
  return [
    ...params
      .filter(one => isText(one) && SECRET.test(one.name) && !isSecure(one))
      .map(({ name }) => `${name} is not secure`),
    ...params
      .filter(one => isSecure(one) && one.value !== undefined)
      .map(({ name }) => `${name} has a usual value`),
    ...outputs
      .filter(one => SECRET.test(one.name) || params.some(p => isSecure(p) && mentions(one, p.name)))
      .map(({ name }) => `${name} tells a secret`),
  ];
};

/** The entries of what is given to a module. */
export const givenTo = ({ value }: Declared): ReadonlyMap<string, string> =>
  new Map(entriesOf(valueAt(value, 'params')).map(([name, node]) => [name, node.text]));
