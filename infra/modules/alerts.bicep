// Who is told when something is wrong. Each event and metric here is in docs/operations.md.
param stem string
param location string
param tags object
param workspaceId string
param appId string
param addresses string[]

var program = 'ContainerAppConsoleLogs | where ContainerName == "program" | extend event = tostring(parse_json(Log).event)'
var verifier = 'ContainerAppConsoleLogs | where ContainerName == "verifier"'
var figure = 'extend value = todouble(Sum) / max_of(ItemCount, 1)'

// A measure of rows counts them.
var rules = [
  {
    name: 'dead-letters'
    says: 'Messages cannot be delivered (outbox.dead).'
    severity: 2
    query: 'AppMetrics | where Name == "outbox.dead" | ${figure}'
    measure: 'value'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    window: 'PT15M'
  }
  {
    name: 'oldest-due'
    says: 'Something has been due for more than five minutes (outbox.oldest_due).'
    severity: 1
    query: 'AppMetrics | where Name == "outbox.oldest_due" | ${figure}'
    measure: 'value'
    operator: 'GreaterThan'
    threshold: 300
    every: 'PT5M'
    window: 'PT5M'
  }
  {
    name: 'nobody-leads'
    says: 'No replica sends, or none tells (outbox.leader).'
    severity: 1
    query: 'AppMetrics | where Name == "outbox.leader" | ${figure} | where value >= 1'
    measure: 'rows'
    operator: 'LessThan'
    threshold: 1
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'audit-wrong'
    says: 'The verifier found an event that does not hold. See docs/audit.md.'
    severity: 0
    query: '${verifier} | where Log startswith "WRONG"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT1H'
    window: 'PT2H'
  }
  {
    name: 'audit-not-verified'
    says: 'The verifier has not found everything in order for two days: it failed, or did not run.'
    severity: 1
    query: '${verifier} | where Log startswith "Everything holds"'
    measure: 'rows'
    operator: 'LessThan'
    threshold: 1
    every: 'PT6H'
    window: 'P2D'
  }
  {
    name: 'anchors-failing'
    says: 'The audit could not be anchored (make-anchor-failed).'
    severity: 1
    query: '${program} | where event == "make-anchor-failed"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 2
    every: 'PT15M'
    window: 'PT30M'
  }
  {
    name: 'seal-broken'
    says: 'Something sealed was not as it was stored (seal-broken).'
    severity: 0
    query: '${program} | where event == "seal-broken"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT5M'
    window: 'PT10M'
  }
  {
    name: 'turns-failing'
    says: 'Presses and messages fail (turn-failed).'
    severity: 2
    query: '${program} | where event == "turn-failed"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 10
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'statute-expired'
    says: 'A provision has expired, or was chosen after it had: it cannot be used (statute-expired). See docs/operations.md.'
    severity: 2
    query: '${program} | where event == "statute-expired"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT1H'
    window: 'P1D'
  }
  {
    name: 'statute-expiring'
    says: 'A provision expires within sixty days (statute-expiring). See docs/operations.md.'
    severity: 3
    query: '${program} | where event == "statute-expiring"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT6H'
    window: 'P1D'
  }
  {
    name: 'telemetry-failing'
    says: 'Metrics do not arrive, so that the alerts above are blind (telemetry-failed).'
    severity: 2
    query: '${program} | where event == "telemetry-failed"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 1
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'ending'
    says: 'The program ends by itself, or cannot start (uncaught-fault, start-failed).'
    severity: 1
    query: '${program} | where event == "uncaught-fault" or event == "start-failed"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 1
    every: 'PT5M'
    window: 'PT30M'
  }
  {
    name: 'metadata-outage'
    says: 'The keys of the channel cannot be fetched; those held are trusted for five days at most.'
    severity: 1
    query: '${program} | where event == "metadata-unreachable"'
    measure: 'rows'
    operator: 'GreaterThan'
    threshold: 1
    every: 'PT5M'
    window: 'PT30M'
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${stem}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'sentute'
    enabled: true
    emailReceivers: [for (address, i) in addresses: {
      name: 'operator-${i}'
      emailAddress: address
      useCommonAlertSchema: true
    }]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: 'alert-${stem}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${stem}: ${rule.name}'
    description: rule.says
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    criteria: {
      allOf: [
        union(
          {
            query: rule.query
            timeAggregation: rule.measure == 'rows' ? 'Count' : 'Maximum'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          },
          rule.measure == 'rows' ? {} : { metricMeasureColumn: rule.measure }
        )
      ]
    }
    autoMitigate: true
    skipQueryValidation: true
    actions: { actionGroups: [group.id] }
  }
}]

// Somebody tries tokens, or the channel's keys are unknown to us.
resource refused 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${stem}-refused'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than a hundred requests in five minutes were refused (401).'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'refused'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerapps'
          metricName: 'Requests'
          dimensions: [{ name: 'statusCode', operator: 'Include', values: ['401'] }]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 100
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: group.id }]
  }
}
