// What runs: the program, the verifier of its audit, the bot that leads Teams to it, and who is told.
param stem string
param location string
param tags object
param program object
param verifier object
param image string
param registryServer string
@secure()
param programme string
param tenantIds string[]
param replicas int
param zoneRedundant bool
param botTier string
param subnetId string
param workspaceId string
param insightsConnection string
param alertAddresses string[]
@description('Where the program finds what it stands on, by the names in src/config.ts.')
param settings object
param resting bool

module app 'app.bicep' = {
  name: 'app'
  params: {
    stem: stem
    location: location
    tags: tags
    program: program
    verifier: verifier
    image: image
    registryServer: registryServer
    programme: programme
    tenantIds: tenantIds
    replicas: replicas
    zoneRedundant: zoneRedundant
    subnetId: subnetId
    workspaceId: workspaceId
    insightsConnection: insightsConnection
    settings: settings
    resting: resting
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    stem: stem
    tags: tags
    program: program
    tier: botTier
    publicUrl: app.outputs.publicUrl
    workspaceId: workspaceId
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    stem: stem
    location: location
    tags: tags
    workspaceId: workspaceId
    appId: app.outputs.appId
    addresses: alertAddresses
  }
}

output publicUrl string = app.outputs.publicUrl
