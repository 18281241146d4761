// An account with one database, reached with identities only. Used twice: for what is sealed, and for the keys.
param name string
param location string
param tags object
param database string
@description('Entries of containers.json, which is written from src/storage/containers.ts.')
param containers array
@allowed(['serverless', 'autoscale'])
param capacity string
param maxThroughput int
param zoneRedundant bool
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string
param workspaceId string
param endpoints object
param writerIds string[]
param readerIds string[]

var serverless = capacity == 'serverless'
var contributor = '00000000-0000-0000-0000-000000000002'
var reader = '00000000-0000-0000-0000-000000000001'

// Strong and one write region: what is withdrawn is withdrawn on every replica at once.
resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: serverless ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant && !serverless }]
    enableMultipleWriteLocations: false
    enableAutomaticFailover: false
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    publicNetworkAccess: 'Disabled'
    networkAclBypass: 'None'
    ipRules: []
    virtualNetworkRules: []
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: backupTier }
    }
  }
}

resource db 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: database
  properties: {
    resource: { id: database }
    options: serverless ? {} : { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

@batchSize(1)
resource shelves 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [for container in containers: {
  parent: db
  name: container.id
  properties: { resource: container }
}]

// The program reads and writes what lies in the database; it makes no databases, containers or roles.
@batchSize(1)
resource writing 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = [for writerId in writerIds: {
  parent: account
  name: guid(account.id, writerId, contributor)
  properties: {
    principalId: writerId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${contributor}'
    scope: '${account.id}/dbs/${database}'
  }
  dependsOn: [shelves]
}]

@batchSize(1)
resource reading 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = [for readerId in readerIds: {
  parent: account
  name: guid(account.id, readerId, reader)
  properties: {
    principalId: readerId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${reader}'
    scope: '${account.id}/dbs/${database}'
  }
  dependsOn: [writing]
}]

// Who wrote what, by ids: what the audit chain does not cover.
resource accountLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      { category: 'DataPlaneRequests', enabled: true }
      { category: 'ControlPlaneRequests', enabled: true }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Deleting it is final after the days of its backup.' }
}

module endpoint 'private-endpoint.bicep' = {
  scope: resourceGroup(endpoints.group)
  name: 'endpoint-${name}'
  params: {
    name: name
    location: location
    tags: tags
    serviceId: account.id
    groupId: 'Sql'
    subnetId: endpoints.subnetId
    zoneIds: [endpoints.cosmosZoneId]
  }
  dependsOn: [reading]
}

output endpoint string = account.properties.documentEndpoint
output database string = database
