// The whole of one environment. Four resource groups, so that those who administer one need no rights in the others:
// nobody should administer both what is sealed (data), what opens it (keys) and what vouches for it (anchors).
targetScope = 'subscription'

@description('Which environment this is; part of every name.')
@allowed(['test', 'production'])
param environment string

@description('Where everything lies.')
param location string = 'norwayeast'

@description('First part of every name: lower-case letters and digits.')
@minLength(3)
@maxLength(8)
param product string = 'sentute'

@description('Tenants whose people may use the bot: the host tenant alone when the other partners are guests in it.')
@minLength(1)
param tenantIds string[]

@description('The image by its digest, as <repository>@sha256:<digest> in the registry made here. Empty in the first run, which makes what the image needs.')
param image string = ''

@description('The programme file, as JSON (docs/operations.md). It names the first admin.')
@secure()
param programme string

@description('How the database is paid for. Serverless has no zones.')
@allowed(['serverless', 'autoscale'])
param capacity string

@description('Request units a second at most, where capacity is autoscale.')
@minValue(1000)
param maxThroughput int = 1000

@description('Spread over the zones of the region.')
param zoneRedundant bool

@description('How many run: one leads the outbox, the others answer and stand by.')
@minValue(1)
@maxValue(5)
param replicas int

@description('A hardware key. A standard vault has none.')
param hardwareKey bool

@description('How many days nobody can change or delete an anchor: as long as the audit is kept.')
@minValue(1)
@maxValue(146000)
param anchorDays int

@description('The policy of the anchors has been locked (docs/deploy.md): from then on it is left alone.')
param anchorsLocked bool = false

@description('Days that logs are kept. They hold ids and kinds only.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Who is told when something is wrong.')
@minLength(1)
param alertAddresses string[]

@description('Teams calls the bot whatever this says; F0 has no agreement on how often it is there.')
@allowed(['F0', 'S1'])
param botTier string

@description('The account that a restore made, instead of the usual one.')
param dataAccount string = ''

@description('The account of the keys that a restore made, instead of the usual one.')
param keysAccount string = ''

@description('The container is there, and the program does not run in it: for the commands of a restore.')
param resting bool = false

@description('Room in the network for the machine of an operator and its way in, for as long as it is needed.')
param operatorSubnet bool = false

var stem = '${product}-${environment}'
var token = uniqueString(subscription().id, product, environment)
var tags = { product: product, environment: environment }
var containers = loadJsonContent('containers.json')

resource appGroup 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${stem}-app'
  location: location
  tags: tags
}

resource dataGroup 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${stem}-data'
  location: location
  tags: tags
}

resource keysGroup 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${stem}-keys'
  location: location
  tags: tags
}

resource anchorsGroup 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${stem}-anchors'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  scope: appGroup
  name: 'identities'
  params: { stem: stem, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: appGroup
  name: 'monitoring'
  params: {
    stem: stem
    location: location
    tags: tags
    logDays: logDays
    publisherId: identities.outputs.program.principalId
  }
}

module network 'modules/network.bicep' = {
  scope: appGroup
  name: 'network'
  params: {
    stem: stem
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    privateLinkScopeId: monitoring.outputs.privateLinkScopeId
    operatorSubnet: operatorSubnet
  }
}

module registry 'modules/registry.bicep' = {
  scope: appGroup
  name: 'registry'
  params: {
    name: 'cr${product}${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    endpoints: network.outputs.endpoints
    pullerIds: [identities.outputs.program.principalId, identities.outputs.verifier.principalId]
  }
}

// As far back as Cosmos goes: what was erased stays unreadable in every copy, for its keys lie elsewhere.
module data 'modules/cosmos.bicep' = {
  scope: dataGroup
  name: 'data'
  params: {
    name: empty(dataAccount) ? 'db-${stem}-data-${token}' : dataAccount
    location: location
    tags: tags
    database: 'sent-ute'
    containers: filter(containers, container => container.id != 'keys')
    capacity: capacity
    maxThroughput: maxThroughput
    zoneRedundant: zoneRedundant
    backupTier: 'Continuous30Days'
    workspaceId: monitoring.outputs.workspaceId
    endpoints: network.outputs.endpoints
    writerIds: [identities.outputs.program.principalId]
    readerIds: [identities.outputs.verifier.principalId]
  }
}

// The least that Cosmos keeps: a key that was destroyed can be brought back for seven days, and never after.
module keys 'modules/cosmos.bicep' = {
  scope: keysGroup
  name: 'keys'
  params: {
    name: empty(keysAccount) ? 'db-${stem}-keys-${token}' : keysAccount
    location: location
    tags: tags
    database: 'sent-ute-keys'
    containers: filter(containers, container => container.id == 'keys')
    capacity: capacity
    maxThroughput: 1000
    zoneRedundant: zoneRedundant
    backupTier: 'Continuous7Days'
    workspaceId: monitoring.outputs.workspaceId
    endpoints: network.outputs.endpoints
    writerIds: [identities.outputs.program.principalId]
    readerIds: [identities.outputs.verifier.principalId]
  }
}

module vault 'modules/vault.bicep' = {
  scope: keysGroup
  name: 'vault'
  params: {
    name: 'kv${product}${token}'
    location: location
    tags: tags
    hardwareKey: hardwareKey
    workspaceId: monitoring.outputs.workspaceId
    endpoints: network.outputs.endpoints
    userIds: [identities.outputs.program.principalId, identities.outputs.verifier.principalId]
  }
}

module anchors 'modules/anchors.bicep' = {
  scope: anchorsGroup
  name: 'anchors'
  params: {
    name: 'st${product}${token}'
    location: location
    tags: tags
    stem: stem
    zoneRedundant: zoneRedundant
    anchorDays: anchorDays
    locked: anchorsLocked
    workspaceId: monitoring.outputs.workspaceId
    endpoints: network.outputs.endpoints
    appenderId: identities.outputs.program.principalId
    readerId: identities.outputs.verifier.principalId
  }
}

module running 'modules/running.bicep' = if (!empty(image)) {
  scope: appGroup
  name: 'running'
  params: {
    stem: stem
    location: location
    tags: tags
    program: identities.outputs.program
    verifier: identities.outputs.verifier
    image: '${registry.outputs.server}/${image}'
    registryServer: registry.outputs.server
    programme: programme
    tenantIds: tenantIds
    replicas: replicas
    zoneRedundant: zoneRedundant
    botTier: botTier
    subnetId: network.outputs.appsSubnetId
    workspaceId: monitoring.outputs.workspaceId
    insightsConnection: monitoring.outputs.insightsConnection
    alertAddresses: alertAddresses
    settings: {
      COSMOS_ENDPOINT: data.outputs.endpoint
      COSMOS_DATABASE: data.outputs.database
      KEYS_ENDPOINT: keys.outputs.endpoint
      KEYS_DATABASE: keys.outputs.database
      KEY_VAULT_KEY: vault.outputs.keyUrl
      ANCHORS_CONTAINER_URL: anchors.outputs.containerUrl
    }
    resting: resting
  }
}

output registryName string = registry.outputs.name
output appId string = identities.outputs.program.clientId
output publicUrl string = empty(image) ? '' : running!.outputs.publicUrl
