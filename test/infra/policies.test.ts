import { bicepAt, bicepFrom, pathsOf, readGrammar } from './bicep';
import { isWhole } from './linking';
import {
  isClosed,
  isDiagnosed,
  isEncrypted,
  isForIdentities,
  isGrammatical,
  isImmutable,
  isKept,
  isKeyless,
  isLeastPrivilege,
  isLocked,
  isPrivate,
  isReviewed,
  isSecretive,
  type Policy,
} from './policies';

type Breach = readonly [policy: Policy, broken: string, faults: readonly string[]];

const resource = (type: string, body = ''): string =>
  `resource a '${type}@2024-01-01' = {\n  name: 'a'\n${body}\n}\n`;
/** A container of its own, and its policy. */
const anchored = (condition: string): string => {
  const name = condition === '' ? 'a1' : 'a2';
  const container = 'Microsoft.Storage/storageAccounts/blobServices/containers';
  return `resource ${name} '${container}@2024-01-01' = { name: 'a' }\nresource ${name}p '${container}/immutabilityPolicies@2024-01-01' = ${condition}{\n  parent: ${name}\n  name: 'default'\n}\n`;
};
const ACCOUNT = 'Microsoft.DocumentDB/databaseAccounts';
const VAULT = 'Microsoft.KeyVault/vaults';
const STORE = 'Microsoft.Storage/storageAccounts';
const ASSIGNMENT = 'Microsoft.Authorization/roleAssignments';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d';
const roleOf = (id: string): string =>
  `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${id}')`;

/** A file that breaks the policy, and what is said of it. */
const BREACHES: Readonly<Record<string, Breach>> = {
  'reads what no grammar allows': [
    isGrammatical,
    "resource a 'b' = {\n  name 'a'\n}\n",
    ['line 2 cannot be read'],
  ],
  'finds a bracket that is missing': [isGrammatical, "var a = {\n  b: 'c'\n", ['line 1 cannot be read']],
  'stops at a resource that nobody has thought about': [
    isReviewed,
    resource('Microsoft.Sql/servers'),
    ['a: nobody has said what Microsoft.Sql/servers must hold to'],
  ],
  'finds a public door': [
    isClosed,
    resource(
      'Microsoft.Storage/storageAccounts/blobServices/containers',
      "  properties: { publicAccess: 'Blob' }",
    ),
    ['a: properties.publicAccess is not None'],
  ],
  'finds a public network, wherever it stands': [
    isClosed,
    resource('Microsoft.Search/searchServices', "  properties: { publicNetworkAccess: 'Enabled' }"),
    ['publicNetworkAccess is not Disabled'],
  ],
  'finds a vault that its firewall lets everybody into': [
    isClosed,
    resource(
      VAULT,
      "  properties: {\n    publicNetworkAccess: 'Disabled'\n    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' }\n    enabledForDeployment: false\n    enabledForDiskEncryption: false\n    enabledForTemplateDeployment: false\n  }",
    ),
    ['a: properties.networkAcls.defaultAction is not Deny', 'a: properties.networkAcls.bypass is not None'],
  ],
  'finds old TLS, and none': [
    isEncrypted,
    resource(STORE, "  properties: { minimumTlsVersion: 'TLS1_0' }"),
    ['a: properties.minimumTlsVersion is not TLS1_2', 'a: properties.supportsHttpsTrafficOnly is not true'],
  ],
  'finds an entrance without TLS': [
    isEncrypted,
    resource(
      'Microsoft.App/containerApps',
      '  properties: { configuration: { ingress: { allowInsecure: true } } }',
    ),
    ['a: properties.configuration.ingress.allowInsecure is not false'],
  ],
  'finds an account with keys': [
    isForIdentities,
    resource(ACCOUNT, '  properties: { disableLocalAuth: false, disableKeyBasedMetadataWriteAccess: true }'),
    ['a: properties.disableLocalAuth is not true'],
  ],
  'finds a vault that can be purged': [
    isKept,
    resource(VAULT, '  properties: { enableSoftDelete: true, softDeleteRetentionInDays: 7 }'),
    ['a: properties.enablePurgeProtection is not true', 'a: properties.softDeleteRetentionInDays is not 90'],
  ],
  'finds a database that may answer from the past, or cannot be restored': [
    isKept,
    resource(
      ACCOUNT,
      "  properties: {\n    backupPolicy: { type: 'Periodic' }\n    consistencyPolicy: { defaultConsistencyLevel: 'Session' }\n    enableMultipleWriteLocations: false\n  }",
    ),
    [
      'a: properties.backupPolicy.type is not Continuous',
      'a: properties.backupPolicy.continuousModeProperties.tier is not /^\\w+$/',
      'a: properties.consistencyPolicy.defaultConsistencyLevel is not Strong',
    ],
  ],
  'finds anchors that anybody may change': [
    isImmutable,
    resource('Microsoft.Storage/storageAccounts/blobServices/containers'),
    ['a has no immutability policy until it is locked'],
  ],
  'finds anchors whose policy would be written again once it is locked, or never is': [
    isImmutable,
    ['', 'if (false) '].map(anchored).join(''),
    ['a1 has no immutability policy until it is locked', 'a2 has no immutability policy until it is locked'],
  ],
  'finds a key that nobody makes anew, or that ends': [
    isKept,
    resource(
      `${VAULT}/keys`,
      "  properties: {\n    kty: 'RSA'\n    keySize: 3072\n    keyOps: ['wrapKey', 'unwrapKey']\n    attributes: { exportable: false, exp: 1 }\n  }",
    ),
    [
      'a: properties.attributes.exp is not ',
      expect.stringMatching(/^a: properties.rotationPolicy.lifetimeActions is not /) as string,
    ],
  ],
  'finds a resource that nobody watches': [
    isDiagnosed,
    `${resource(VAULT)}resource b 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  scope: a\n  name: 'b'\n  properties: { workspaceId: 'c', logs: [{ category: 'd', enabled: false }] }\n}\n`,
    ['a has no diagnostic settings'],
  ],
  'finds a service without a private way in': [isPrivate, resource(VAULT), ['a has no private endpoint']],
  'finds what can be deleted by mistake': [isLocked, resource(STORE), ['a can be deleted by mistake']],
  'finds somebody who asks for keys': [
    isKeyless,
    "var a = store.listKeys().keys[0].value\nvar b = [listAccountSas('id', '2023-05-01', {}).accountSasToken]\n",
    ['listKeys hands out keys', 'listAccountSas hands out keys'],
  ],
  'finds a role for a whole group of resources, that is not on the list, for anybody': [
    isLeastPrivilege,
    resource(ASSIGNMENT, `  properties: {\n${roleOf(OWNER)}\n  }`),
    ['a is not for one resource', 'a gives a role that is not on the list', 'a may be for anybody'],
  ],
  'finds a role on another type of resource than its own': [
    isLeastPrivilege,
    `resource b '${VAULT}@2023-07-01' = { name: 'b' }\n${resource(
      ASSIGNMENT,
      `  scope: b\n  properties: {\n    principalType: 'ServicePrincipal'\n${roleOf(PULL)}\n  }`,
    )}`,
    ['a is for more than its role'],
  ],
  'finds a role in the database for the whole account, and one of somebody’s own': [
    isLeastPrivilege,
    resource(
      'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
      "  properties: { scope: account.id, roleDefinitionId: '${account.id}/sqlRoleDefinitions/${own}' }",
    ),
    ['a is for the whole account', 'a gives a role that is not on the list'],
  ],
  'finds a role of our own that may delete, change resources, and be given anywhere': [
    isLeastPrivilege,
    resource(
      'Microsoft.Authorization/roleDefinitions',
      "  properties: {\n    assignableScopes: [subscription().id]\n    permissions: [{ actions: ['Microsoft.Storage/storageAccounts/write'], dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'] }]\n  }",
    ),
    ['a may do more than it needs', 'a may change resources', 'a can be given anywhere'],
  ],
  'finds secrets in the open, with a usual value, and told': [
    isSecretive,
    "param clientSecret string\n@secure()\nparam word string = 'a'\noutput b string = word\noutput adminPassword string = 'c'\n",
    [
      'clientSecret is not secure',
      'word has a usual value',
      'b tells a secret',
      'adminPassword tells a secret',
    ],
  ],
  'finds names that are not declared, or not used': [
    isWhole,
    'param a string\nvar b = c\nvar d = unheardOf(b)\noutput e string = d\n',
    ['c is not declared', 'unheardOf is no function that is known here', 'a is not used'],
  ],
};

const POLICIES: Readonly<Record<string, Policy>> = {
  isGrammatical,
  isReviewed,
  isClosed,
  isEncrypted,
  isForIdentities,
  isKept,
  isImmutable,
  isDiagnosed,
  isPrivate,
  isLocked,
  isKeyless,
  isLeastPrivilege,
  isSecretive,
  isWhole,
};

beforeAll(readGrammar);

describe('the policies', () => {
  it.each(Object.entries(BREACHES))('%s', (_, [policy, broken, faults]) => {
    expect(policy(bicepFrom(broken))).toEqual(faults);
  });

  it('are each broken by a sample', () => {
    const broken = Object.values(BREACHES).map(([policy]) => policy);

    expect(Object.values(POLICIES).filter(policy => !broken.includes(policy))).toEqual([]);
  });
});

describe.each(pathsOf('.bicep'))('%s', path => {
  it.each(Object.entries(POLICIES))('%s', (_, policy) => {
    expect(policy(bicepAt(path))).toEqual([]);
  });
});
