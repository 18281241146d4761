import { Environment } from './environment';
import { type Checked, checked, inWords } from './faults';

type Limit = { readonly count: number; readonly perMs: number };
type Reminders = {
  readonly leaseMs: number;
  readonly pollMs: number;
  readonly limits: { readonly thread: readonly Limit[]; readonly overall: readonly Limit[] };
};

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly appId: string;
  /** The client id of the managed identity that everything is reached with: the bot's, unless another is named. */
  readonly identity: string;
  readonly tenantIds: readonly string[];
  readonly serviceUrls: readonly string[];
  readonly metadataUrl: string;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: string;
  /** How many stand in front and tell, each, whom it heard. */
  readonly trustedProxies: number;
  readonly cosmosEndpoint: string;
  readonly database: string;
  /** The container that the anchors of the audit lie in. */
  readonly anchorsUrl: string;
  readonly programmeFile: string;
  /** Where the wrapped keys lie: the same account and database when nothing else is said. */
  readonly keysEndpoint: string;
  readonly keysDatabase: string;
  /** The key in Key Vault that wraps them, without a version. */
  readonly keyUrl: string;
  /** Where telemetry goes; nowhere when undefined. */
  readonly insights?: string;
  /** How the outbox is emptied. */
  readonly reminders: Reminders;
};

const reminderSettings = (settings: Environment): Reminders => ({
  leaseMs: settings.LEASE_SECONDS * 1_000,
  pollMs: settings.POLL_SECONDS * 1_000,
  limits: {
    thread: [
      { count: settings.THREAD_SENDS_PER_SECOND, perMs: 1_000 },
      { count: settings.THREAD_SENDS_PER_30_SECONDS, perMs: 30_000 },
      { count: settings.THREAD_SENDS_PER_HOUR, perMs: 3_600_000 },
    ],
    overall: [{ count: settings.SENDS_PER_SECOND, perMs: 1_000 }],
  },
});

const insightsIn = ({ APPLICATIONINSIGHTS_CONNECTION_STRING: insights }: Environment) =>
  insights === undefined ? {} : { insights };

const configFrom = (settings: Environment): Config => ({
  port: settings.PORT,
  host: settings.HOST,
  appId: settings.MICROSOFT_APP_ID,
  identity: settings.AZURE_CLIENT_ID ?? settings.MICROSOFT_APP_ID,
  tenantIds: settings.TENANT_IDS,
  serviceUrls: settings.SERVICE_URLS,
  metadataUrl: settings.OPENID_METADATA_URL,
  publicUrl: settings.PUBLIC_URL,
  trustedProxies: settings.TRUSTED_PROXIES,
  cosmosEndpoint: settings.COSMOS_ENDPOINT,
  database: settings.COSMOS_DATABASE,
  anchorsUrl: settings.ANCHORS_CONTAINER_URL,
  programmeFile: settings.PROGRAMME_FILE,
  keysEndpoint: settings.KEYS_ENDPOINT ?? settings.COSMOS_ENDPOINT,
  keysDatabase: settings.KEYS_DATABASE ?? settings.COSMOS_DATABASE,
  keyUrl: settings.KEY_VAULT_KEY,
  ...insightsIn(settings),
  reminders: reminderSettings(settings),
});

type Surrounding = Readonly<Record<string, string | undefined>>;

/** A setting that is there without a value is one that was left out. */
const withoutEmpty = (environment: Surrounding) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Every fault by the name of its setting; never a value, for it may be a secret put in the wrong place. */
export const checkConfig = (environment: Surrounding): Checked<Config> => {
  const settings = checked(Environment, withoutEmpty(environment));
  return settings.ok ? { ok: true, value: configFrom(settings.value) } : settings;
};

/** Throws with every fault at once. */
export const readConfig = (environment: Surrounding): Config => {
  const config = checkConfig(environment);
  if (!config.ok) throw new Error(`The settings are not complete:\n${inWords(config.faults)}`);
  return config.value;
};
