// One network: the program, and the only ways in to what it uses.
param stem string
param location string
param tags object
param workspaceId string
param privateLinkScopeId string
@description('Room for the machine of an operator and its way in.')
param operatorSubnet bool

var apps = '10.20.0.0/26'
var services = '10.20.0.64/27'
var operator = '10.20.0.96/28'
var bastion = '10.20.0.128/26'

var zones = {
  cosmos: 'privatelink.documents.azure.com'
  vault: 'privatelink.vaultcore.azure.net'
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  registry: 'privatelink${environment().suffixes.acrLoginServer}'
  monitor: 'privatelink.monitor.azure.com'
  oms: 'privatelink.oms.opinsights.azure.com'
  ods: 'privatelink.ods.opinsights.azure.com'
  agents: 'privatelink.agentsvc.azure-automation.net'
}

// Teams and browsers come in over TLS; nothing else from outside. Out: TLS only.
resource appsRules 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-${stem}-apps'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'in-tls'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: apps
          destinationPortRanges: ['443', '31443']
        }
      }
      {
        name: 'in-balancer'
        properties: {
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureLoadBalancer'
          sourcePortRange: '*'
          destinationAddressPrefix: apps
          destinationPortRange: '30000-32767'
        }
      }
      {
        name: 'out-tls'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: apps
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '443'
        }
      }
      {
        name: 'out-rest'
        properties: {
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource appsRulesLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: appsRules
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

var toServices = [
  {
    name: 'in-operator'
    properties: {
      priority: 110
      direction: 'Inbound'
      access: 'Allow'
      protocol: 'Tcp'
      sourceAddressPrefix: operator
      sourcePortRange: '*'
      destinationAddressPrefix: services
      destinationPortRange: '443'
    }
  }
]

resource servicesRules 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-${stem}-services'
  location: location
  tags: tags
  properties: {
    securityRules: concat(operatorSubnet ? toServices : [], [
      {
        name: 'in-apps'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: apps
          sourcePortRange: '*'
          destinationAddressPrefix: services
          destinationPortRange: '443'
        }
      }
      {
        name: 'in-rest'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ])
  }
}

resource servicesRulesLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: servicesRules
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

// In over Bastion alone; out to the services, and to where one signs in.
resource operatorRules 'Microsoft.Network/networkSecurityGroups@2024-05-01' = if (operatorSubnet) {
  name: 'nsg-${stem}-operator'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'in-bastion'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: bastion
          sourcePortRange: '*'
          destinationAddressPrefix: operator
          destinationPortRanges: ['22', '3389']
        }
      }
      {
        name: 'in-rest'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      {
        name: 'out-services'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: operator
          sourcePortRange: '*'
          destinationAddressPrefix: services
          destinationPortRange: '443'
        }
      }
      {
        name: 'out-tls'
        properties: {
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: operator
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '443'
        }
      }
      {
        name: 'out-rest'
        properties: {
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource operatorRulesLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (operatorSubnet) {
  scope: operatorRules
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

// The name of the second is Azure's. Nothing may lie in them when they go.
var operatorSubnets = [
  {
    name: 'operator'
    properties: {
      addressPrefix: operator
      networkSecurityGroup: { id: resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-${stem}-operator') }
      defaultOutboundAccess: true
    }
  }
  {
    name: 'AzureBastionSubnet'
    properties: { addressPrefix: bastion }
  }
]

// The subnets stand in the network itself: apart from it, a later run would take them away first.
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${stem}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: concat([
      {
        name: 'apps'
        properties: {
          addressPrefix: apps
          networkSecurityGroup: { id: appsRules.id }
          delegations: [
            {
              name: 'container-apps'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'services'
        properties: {
          addressPrefix: services
          networkSecurityGroup: { id: servicesRules.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ], operatorSubnet ? operatorSubnets : [])
  }
  dependsOn: [operatorRules]
}

resource netLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: net
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = [for item in items(zones): {
  name: item.value
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (item, i) in items(zones): {
  parent: zone[i]
  name: 'to-${stem}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: net.id }
  }
}]

module monitorEndpoint 'private-endpoint.bicep' = {
  name: 'monitor-endpoint'
  params: {
    name: 'monitor-${stem}'
    location: location
    tags: tags
    serviceId: privateLinkScopeId
    groupId: 'azuremonitor'
    subnetId: '${net.id}/subnets/services'
    zoneIds: [
      resourceId('Microsoft.Network/privateDnsZones', zones.monitor)
      resourceId('Microsoft.Network/privateDnsZones', zones.oms)
      resourceId('Microsoft.Network/privateDnsZones', zones.ods)
      resourceId('Microsoft.Network/privateDnsZones', zones.agents)
      resourceId('Microsoft.Network/privateDnsZones', zones.blob)
    ]
  }
  dependsOn: [link]
}

output appsSubnetId string = '${net.id}/subnets/apps'
@description('What a module needs to make its own private endpoint in this network.')
output endpoints object = {
  group: resourceGroup().name
  subnetId: '${net.id}/subnets/services'
  cosmosZoneId: resourceId('Microsoft.Network/privateDnsZones', zones.cosmos)
  vaultZoneId: resourceId('Microsoft.Network/privateDnsZones', zones.vault)
  blobZoneId: resourceId('Microsoft.Network/privateDnsZones', zones.blob)
  registryZoneId: resourceId('Microsoft.Network/privateDnsZones', zones.registry)
}
