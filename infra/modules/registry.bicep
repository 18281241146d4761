// Where the image lies. Its public door is closed: images are imported by digest (docs/deploy.md).
param name string
param location string
param tags object
param workspaceId string
param endpoints object
param pullerIds string[]

var pull = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d'
)

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Premium' }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    publicNetworkAccess: 'Disabled'
    networkRuleBypassOptions: 'AzureServices'
    networkRuleSet: { defaultAction: 'Deny' }
    dataEndpointEnabled: false
    policies: { exportPolicy: { status: 'disabled' } }
  }
}

resource registryLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: registry
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource pulling 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for pullerId in pullerIds: {
  scope: registry
  name: guid(registry.id, pullerId, pull)
  properties: { principalId: pullerId, principalType: 'ServicePrincipal', roleDefinitionId: pull }
}]

module endpoint 'private-endpoint.bicep' = {
  scope: resourceGroup(endpoints.group)
  name: 'endpoint-${name}'
  params: {
    name: name
    location: location
    tags: tags
    serviceId: registry.id
    groupId: 'registry'
    subnetId: endpoints.subnetId
    zoneIds: [endpoints.registryZoneId]
  }
}

output name string = registry.name
output server string = registry.properties.loginServer
