// What vouches for the audit: written once, then nobody's to change before its time.
param name string
param location string
param tags object
param stem string
param zoneRedundant bool
param anchorDays int
@description('Whether the policy has been locked by hand.')
param locked bool
param workspaceId string
param endpoints object
param appenderId string
param readerId string

var folder = 'anchors'
var blobReader = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
)

resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: { blob: { enabled: true } }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: store
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: { enabled: true, days: 90 }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: folder
  properties: { publicAccess: 'None' }
}

// Unlocked when it is made, so that a mistake can be mended; it is locked by hand (docs/deploy.md), and that is final.
// A locked one can only be lengthened: from then on no deployment writes it.
resource policy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = if (!locked) {
  parent: container
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: anchorDays
    allowProtectedAppendWrites: false
    allowProtectedAppendWritesAll: false
  }
}

// Azure's own contributor may also delete.
resource appender 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'append-anchors')
  properties: {
    roleName: 'Append anchors (${stem})'
    description: 'Creates, reads and lists blobs; deletes none.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource appending 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: container
  name: guid(container.id, appenderId, appender.id)
  properties: { principalId: appenderId, principalType: 'ServicePrincipal', roleDefinitionId: appender.id }
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: container
  name: guid(container.id, readerId, blobReader)
  properties: { principalId: readerId, principalType: 'ServicePrincipal', roleDefinitionId: blobReader }
}

resource blobsLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: store
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'The audit is checked against it.' }
}

module endpoint 'private-endpoint.bicep' = {
  scope: resourceGroup(endpoints.group)
  name: 'endpoint-${name}'
  params: {
    name: name
    location: location
    tags: tags
    serviceId: store.id
    groupId: 'blob'
    subnetId: endpoints.subnetId
    zoneIds: [endpoints.blobZoneId]
  }
}

output containerUrl string = '${store.properties.primaryEndpoints.blob}${folder}'
