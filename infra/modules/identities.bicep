// Who the program and the verifier of the audit are. Neither has a secret.
param stem string
param location string
param tags object

resource program 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${stem}'
  location: location
  tags: tags
}

resource verifier 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${stem}-verifier'
  location: location
  tags: tags
}

@description('Also the identity of the bot: its client id is the app id.')
output program object = {
  id: program.id
  clientId: program.properties.clientId
  principalId: program.properties.principalId
}

@description('Reads, so that what is found wrong was not made by it.')
output verifier object = {
  id: verifier.id
  clientId: verifier.properties.clientId
  principalId: verifier.properties.principalId
}
