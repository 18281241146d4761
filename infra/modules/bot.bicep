// The bot as Teams knows it. It has no secret: its app id is the program's identity.
param stem string
param tags object
param program object
param tier string
param publicUrl string
param workspaceId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'bot-${stem}'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: tier }
  properties: {
    displayName: 'Sent ute'
    endpoint: '${publicUrl}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: program.clientId
    msaAppMSIResourceId: program.id
    msaAppTenantId: subscription().tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, enableCalling: false, acceptedTerms: true }
  }
}

resource botLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: bot
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'BotRequest', enabled: true }]
  }
}
