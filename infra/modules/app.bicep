// The program, and once a day the verifier of its audit.
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
param subnetId string
param workspaceId string
param insightsConnection string
param settings object
@description('The container is there, and the program does not run in it: for the commands of a restore.')
param resting bool

var name = 'ca-${stem}'
var port = 3978
var programmeFolder = '/etc/sent-ute'
var publicUrl = 'https://${name}.${env.properties.defaultDomain}'

// Both read the same settings. The program is the bot; the verifier says that it is somebody else.
var shared = concat(map(items(settings), setting => { name: setting.key, value: setting.value }), [
  { name: 'PORT', value: '${port}' }
  { name: 'MICROSOFT_APP_ID', value: program.clientId }
  { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMsi' }
  { name: 'TENANT_IDS', value: join(tenantIds, ',') }
  { name: 'PUBLIC_URL', value: publicUrl }
  // The ingress of the environment, and nothing before it.
  { name: 'TRUSTED_PROXIES', value: '1' }
  { name: 'PROGRAMME_FILE', value: '${programmeFolder}/programme.json' }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
])
var secrets = [{ name: 'programme', value: programme }]
var registries = [{ server: registryServer, identity: program.id }]
var volumes = [{ name: 'programme', storageType: 'Secret', secrets: [{ secretRef: 'programme', path: 'programme.json' }] }]
var volumeMounts = [{ volumeName: 'programme', mountPath: programmeFolder }]

var probes = [
  {
    type: 'Startup'
    httpGet: { path: '/healthz', port: port, scheme: 'HTTP' }
    periodSeconds: 12
    timeoutSeconds: 2
    failureThreshold: 10
  }
  {
    type: 'Liveness'
    httpGet: { path: '/healthz', port: port, scheme: 'HTTP' }
    periodSeconds: 10
    timeoutSeconds: 5
    failureThreshold: 3
  }
  {
    type: 'Readiness'
    httpGet: { path: '/readyz', port: port, scheme: 'HTTP' }
    periodSeconds: 5
    timeoutSeconds: 3
    failureThreshold: 2
  }
]

resource env 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${stem}'
  location: location
  tags: tags
  properties: {
    zoneRedundant: zoneRedundant
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: { destination: 'azure-monitor' }
  }
}

// Not the log of requests: its paths hold the links to files.
resource envLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: env
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${program.id}': {} }
  }
  properties: {
    environmentId: env.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      registries: registries
      secrets: secrets
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'http'
        traffic: [{ latestRevision: true, weight: 100 }]
      }
    }
    template: {
      // More than the program needs to finish what it sends, give up the lease and let answers go.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'program'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: shared
          volumeMounts: volumeMounts
          command: resting ? ['node', '-e', 'setInterval(() => undefined, 60000)'] : []
          probes: resting ? [] : probes
        }
      ]
      scale: { minReplicas: replicas, maxReplicas: replicas }
      volumes: volumes
    }
  }
}

resource verification 'Microsoft.App/jobs@2024-03-01' = {
  name: 'job-${stem}-verify'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${verifier.id}': {} }
  }
  properties: {
    environmentId: env.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      scheduleTriggerConfig: { cronExpression: '30 2 * * *', parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 3600
      replicaRetryLimit: 0
      registries: [{ server: registryServer, identity: verifier.id }]
      secrets: secrets
    }
    template: {
      containers: [
        {
          name: 'verifier'
          image: image
          command: ['node', 'dist/local/audit-verify.js']
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(shared, [{ name: 'AZURE_CLIENT_ID', value: verifier.clientId }])
          volumeMounts: volumeMounts
        }
      ]
      volumes: volumes
    }
  }
}

output appId string = app.id
output publicUrl string = publicUrl
