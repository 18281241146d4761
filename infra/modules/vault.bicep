// The key that wraps the others. It never leaves the vault, and cannot be purged before its time.
param name string
param location string
param tags object
param hardwareKey bool
param workspaceId string
param endpoints object
param userIds string[]

// Key Vault Crypto Service Encryption User: read, wrap and unwrap, nothing else.
var wrapper = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'e147488a-f6f5-4113-8e2d-b22465e65bf6'
)

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: hardwareKey ? 'premium' : 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
  }
}

resource wrapping 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'sealing'
  properties: {
    kty: hardwareKey ? 'RSA-HSM' : 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: { enabled: true, exportable: false }
    // A new version every year, none of which ever expires: old ones open what they wrapped.
    rotationPolicy: {
      lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P1Y' } }]
    }
  }
}

resource unwrapping 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for userId in userIds: {
  scope: wrapping
  name: guid(wrapping.id, userId, wrapper)
  properties: { principalId: userId, principalType: 'ServicePrincipal', roleDefinitionId: wrapper }
}]

resource vaultLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: vault
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Without the key nothing that is sealed can be opened again.' }
}

module endpoint 'private-endpoint.bicep' = {
  scope: resourceGroup(endpoints.group)
  name: 'endpoint-${name}'
  params: {
    name: name
    location: location
    tags: tags
    serviceId: vault.id
    groupId: 'vault'
    subnetId: endpoints.subnetId
    zoneIds: [endpoints.vaultZoneId]
  }
}

@description('Without a version, so that the newest wraps.')
output keyUrl string = wrapping.properties.keyUri
