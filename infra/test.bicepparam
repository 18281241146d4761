using 'main.bicep'

// Fictitious data only. As production, but for what costs and what cannot be undone.
param environment = 'test'
param tenantIds = [readEnvironmentVariable('SENT_UTE_TENANT')]
param image = readEnvironmentVariable('SENT_UTE_IMAGE', '')
param programme = readEnvironmentVariable('SENT_UTE_PROGRAMME')
param alertAddresses = [readEnvironmentVariable('SENT_UTE_ALERTS')]
param capacity = 'serverless'
param zoneRedundant = false
param replicas = 2
param hardwareKey = false
param anchorDays = 1
param logDays = 30
param botTier = 'F0'
// Named in the drill of a restore (docs/deploy.md), and in every deployment after it.
param dataAccount = readEnvironmentVariable('SENT_UTE_DATA_ACCOUNT', '')
param keysAccount = readEnvironmentVariable('SENT_UTE_KEYS_ACCOUNT', '')
param resting = bool(readEnvironmentVariable('SENT_UTE_RESTING', 'false'))
// A machine of the operator's, for a day (docs/deploy.md).
param operatorSubnet = bool(readEnvironmentVariable('SENT_UTE_OPERATOR', 'false'))
