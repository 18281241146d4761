/** What must stand in a resource, by its path: a value as it is written, or a pattern for it. */
type Musts = Readonly<Record<string, string | RegExp>>;

/** Whether something stands beside the resource, or why it need not. */
type Beside = true | string;

export type Rule = {
  readonly diagnostics: Beside;
  /** Reached over a private endpoint. */
  readonly endpoint?: Beside;
  /** Cannot be deleted by mistake. */
  readonly lock?: true;
  readonly closed?: Musts;
  readonly tls?: Musts;
  /** Identities only: no keys, no local accounts. */
  readonly identities?: Musts;
  /** What must not get lost, or come back. */
  readonly kept?: Musts;
};

const PART = 'part of another resource';
const NO_LOGS = 'writes no logs';
const CLOSED = { 'properties.publicNetworkAccess': 'Disabled' };
const DENIED = {
  ...CLOSED,
  'properties.networkAcls.defaultAction': 'Deny',
  'properties.networkAcls.bypass': 'None',
};

/** Every type of resource that may be made, and what its kind of danger asks for. */
export const RULES: Readonly<Record<string, Rule>> = {
  'Microsoft.Resources/resourceGroups': { diagnostics: NO_LOGS },
  'Microsoft.ManagedIdentity/userAssignedIdentities': { diagnostics: NO_LOGS },
  'Microsoft.Network/privateEndpoints': { diagnostics: NO_LOGS },
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': { diagnostics: PART },
  'Microsoft.Network/privateDnsZones': { diagnostics: NO_LOGS },
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': { diagnostics: PART },
  'Microsoft.Network/networkSecurityGroups': { diagnostics: true },
  'Microsoft.Network/virtualNetworks': { diagnostics: true },
  'Microsoft.Authorization/roleAssignments': { diagnostics: NO_LOGS },
  'Microsoft.Authorization/roleDefinitions': { diagnostics: NO_LOGS },
  'Microsoft.Authorization/locks': { diagnostics: NO_LOGS },
  'Microsoft.Insights/diagnosticSettings': { diagnostics: PART },
  'Microsoft.Insights/actionGroups': { diagnostics: NO_LOGS },
  'Microsoft.Insights/scheduledQueryRules': { diagnostics: NO_LOGS },
  'Microsoft.Insights/metricAlerts': { diagnostics: NO_LOGS },
  'Microsoft.Insights/privateLinkScopes': {
    diagnostics: NO_LOGS,
    closed: { 'properties.accessModeSettings.ingestionAccessMode': 'PrivateOnly' },
  },
  'Microsoft.Insights/privateLinkScopes/scopedResources': { diagnostics: PART },
  'Microsoft.Insights/components': {
    diagnostics: 'its tables lie in the workspace',
    endpoint: 'over the private link scope',
    closed: { 'properties.publicNetworkAccessForIngestion': 'Disabled' },
    identities: { 'properties.DisableLocalAuth': 'true' },
  },
  'Microsoft.OperationalInsights/workspaces': {
    diagnostics: true,
    endpoint: 'over the private link scope',
    closed: { 'properties.publicNetworkAccessForIngestion': 'Disabled' },
    identities: { 'properties.features.disableLocalAuth': 'true' },
  },
  'Microsoft.ContainerRegistry/registries': {
    diagnostics: true,
    endpoint: true,
    closed: { ...CLOSED, 'properties.networkRuleSet.defaultAction': 'Deny', 'sku.name': 'Premium' },
    identities: { 'properties.adminUserEnabled': 'false', 'properties.anonymousPullEnabled': 'false' },
  },
  'Microsoft.DocumentDB/databaseAccounts': {
    diagnostics: true,
    endpoint: true,
    lock: true,
    closed: {
      ...CLOSED,
      'properties.networkAclBypass': 'None',
      'properties.ipRules': '[]',
      'properties.virtualNetworkRules': '[]',
    },
    tls: { 'properties.minimalTlsVersion': 'Tls12' },
    identities: {
      'properties.disableLocalAuth': 'true',
      'properties.disableKeyBasedMetadataWriteAccess': 'true',
    },
    kept: {
      'properties.backupPolicy.type': 'Continuous',
      'properties.backupPolicy.continuousModeProperties.tier': /^\w+$/,
      'properties.consistencyPolicy.defaultConsistencyLevel': 'Strong',
      'properties.enableMultipleWriteLocations': 'false',
    },
  },
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': { diagnostics: PART },
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': { diagnostics: PART },
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': { diagnostics: PART },
  'Microsoft.KeyVault/vaults': {
    diagnostics: true,
    endpoint: true,
    lock: true,
    closed: {
      ...DENIED,
      'properties.enabledForDeployment': 'false',
      'properties.enabledForDiskEncryption': 'false',
      'properties.enabledForTemplateDeployment': 'false',
    },
    identities: { 'properties.enableRbacAuthorization': 'true' },
    kept: {
      'properties.enablePurgeProtection': 'true',
      'properties.enableSoftDelete': 'true',
      'properties.softDeleteRetentionInDays': '90',
    },
  },
  'Microsoft.KeyVault/vaults/keys': {
    diagnostics: PART,
    kept: {
      'properties.kty': /RSA/,
      'properties.keySize': /^(3072|4096)$/,
      'properties.keyOps': /^\['wrapKey', 'unwrapKey'\]$/,
      'properties.attributes.exportable': 'false',
      'properties.attributes.exp': '',
      'properties.rotationPolicy.attributes': '',
      'properties.rotationPolicy.lifetimeActions':
        /^\[\{ action: \{ type: 'rotate' \}.*timeAfterCreate: 'P1Y'/,
    },
  },
  'Microsoft.Storage/storageAccounts': {
    diagnostics: 'on its service of blobs',
    endpoint: true,
    lock: true,
    closed: {
      ...DENIED,
      'properties.allowBlobPublicAccess': 'false',
      'properties.allowCrossTenantReplication': 'false',
    },
    tls: { 'properties.minimumTlsVersion': 'TLS1_2', 'properties.supportsHttpsTrafficOnly': 'true' },
    identities: {
      'properties.allowSharedKeyAccess': 'false',
      'properties.defaultToOAuthAuthentication': 'true',
    },
  },
  'Microsoft.Storage/storageAccounts/blobServices': { diagnostics: true },
  'Microsoft.Storage/storageAccounts/blobServices/containers': {
    diagnostics: PART,
    closed: { 'properties.publicAccess': 'None' },
  },
  'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies': {
    diagnostics: PART,
    kept: {
      'properties.immutabilityPeriodSinceCreationInDays': /^\w+$/,
      'properties.allowProtectedAppendWrites': 'false',
      'properties.allowProtectedAppendWritesAll': 'false',
    },
  },
  'Microsoft.App/managedEnvironments': { diagnostics: true },
  'Microsoft.App/containerApps': {
    diagnostics: 'on its environment',
    tls: { 'properties.configuration.ingress.allowInsecure': 'false' },
    identities: { 'identity.type': 'UserAssigned' },
  },
  'Microsoft.App/jobs': {
    diagnostics: 'on its environment',
    identities: { 'identity.type': 'UserAssigned' },
  },
  'Microsoft.BotService/botServices': {
    diagnostics: true,
    identities: { 'properties.disableLocalAuth': 'true', 'properties.msaAppType': 'UserAssignedMSI' },
  },
  'Microsoft.BotService/botServices/channels': { diagnostics: PART },
};

/** What may be open to everywhere, and why. */
export const OPEN: Readonly<Record<string, string>> = {
  publicNetworkAccessForQuery: 'operators read logs from outside, as themselves; they hold no content',
};

/** The only roles that may be given, each on one type of resource alone. */
export const ROLES: Readonly<Record<string, string>> = {
  '3913510d-42f4-4e42-8a64-420c390055eb': 'Microsoft.Insights/components',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d': 'Microsoft.ContainerRegistry/registries',
  'e147488a-f6f5-4113-8e2d-b22465e65bf6': 'Microsoft.KeyVault/vaults/keys',
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': 'Microsoft.Storage/storageAccounts/blobServices/containers',
};
