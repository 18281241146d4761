using 'main.bicep'

param environment = 'production'
param tenantIds = [readEnvironmentVariable('SENT_UTE_TENANT')]
param image = readEnvironmentVariable('SENT_UTE_IMAGE', '')
param programme = readEnvironmentVariable('SENT_UTE_PROGRAMME')
param alertAddresses = [readEnvironmentVariable('SENT_UTE_ALERTS')]
param capacity = 'autoscale'
param maxThroughput = 4000
param zoneRedundant = true
param replicas = 2
param hardwareKey = true
// Ten years.
param anchorDays = 3653
// True, for good, once the policy has been locked (docs/deploy.md).
param anchorsLocked = false
param logDays = 180
param botTier = 'S1'
// After a restore its name is written here instead, and committed: every later deployment must name it (docs/deploy.md).
param dataAccount = readEnvironmentVariable('SENT_UTE_DATA_ACCOUNT', '')
param keysAccount = readEnvironmentVariable('SENT_UTE_KEYS_ACCOUNT', '')
param resting = bool(readEnvironmentVariable('SENT_UTE_RESTING', 'false'))
// A machine of the operator's, for a day (docs/deploy.md).
param operatorSubnet = bool(readEnvironmentVariable('SENT_UTE_OPERATOR', 'false'))
