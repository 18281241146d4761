import { z } from 'zod';

const listed = z
  .string()
  .transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  )
  .pipe(z.array(z.string()).min(1));

const httpsUrl = z.url({ protocol: /^https$/ });
/** Without a version, so that the newest is used. */
const vaultKey = z.string().regex(/^https:\/\/[^/?#]+\/keys\/[0-9A-Za-z-]+$/);

const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual);

/** What the program reads of its surroundings; docs and README name each. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().default('0.0.0.0'),
  MICROSOFT_APP_ID: z.uuid(),
  TENANT_IDS: listed.pipe(z.array(z.uuid())),
  SERVICE_URLS: listed.default(['https://smba.trafficmanager.net/']).pipe(z.array(httpsUrl)),
  OPENID_METADATA_URL: httpsUrl.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  PUBLIC_URL: httpsUrl.transform(url => url.replace(/(?<!\/)\/+$/, '')),
  COSMOS_ENDPOINT: httpsUrl,
  COSMOS_DATABASE: z.string().min(1).default('sent-ute'),
  KEYS_ENDPOINT: httpsUrl.optional(),
  KEYS_DATABASE: z.string().min(1).optional(),
  ANCHORS_CONTAINER_URL: httpsUrl,
  PROGRAMME_FILE: z.string().min(1),
  KEY_FILE: z.string().min(1).optional(),
  KEY_VAULT_KEY: vaultKey.optional(),
  // Shorter, and no send could begin and be stored before its end.
  LEASE_SECONDS: whole(40, 600, 60),
  POLL_SECONDS: whole(1, 60, 2),
  // What Teams permits is the most.
  SENDS_PER_SECOND: whole(1, 30, 30),
  THREAD_SENDS_PER_SECOND: whole(1, 7, 7),
  THREAD_SENDS_PER_30_SECONDS: whole(1, 60, 60),
  THREAD_SENDS_PER_HOUR: whole(1, 1_800, 1_800),
});
type Settings = z.infer<typeof Environment>;

/** Asked even when something else is wrong, so that every fault is told at once. */
const Complete = Environment.refine(
  ({ KEY_FILE: file, KEY_VAULT_KEY: vault }) => (file === undefined) !== (vault === undefined),
  {
    error: 'Set KEY_FILE or KEY_VAULT_KEY, and not both',
    path: ['KEY_FILE'],
    when: ({ value }) => typeof value === 'object',
  },
);

type KeyEncryption =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'vault'; readonly keyUrl: string };

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
  readonly tenantIds: readonly string[];
  readonly serviceUrls: readonly string[];
  readonly metadataUrl: string;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: string;
  readonly cosmosEndpoint: string;
  readonly database: string;
  /** The container that the anchors of the audit lie in. */
  readonly anchorsUrl: string;
  readonly programmeFile: string;
  /** Where the wrapped keys lie: the same account and database when nothing else is said. */
  readonly keysEndpoint: string;
  readonly keysDatabase: string;
  readonly keyEncryption: KeyEncryption;
  /** How the outbox is emptied. */
  readonly reminders: Reminders;
};

const keySettings = (
  settings: Settings,
): Pick<Config, 'keysEndpoint' | 'keysDatabase' | 'keyEncryption'> => ({
  keysEndpoint: settings.KEYS_ENDPOINT ?? settings.COSMOS_ENDPOINT,
  keysDatabase: settings.KEYS_DATABASE ?? settings.COSMOS_DATABASE,
  keyEncryption:
    settings.KEY_VAULT_KEY === undefined
      ? { kind: 'file', path: settings.KEY_FILE ?? '' }
      : { kind: 'vault', keyUrl: settings.KEY_VAULT_KEY },
});

const reminderSettings = (settings: Settings): Reminders => ({
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

/** A setting that is there without a value is one that was left out. */
const withoutEmpty = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Every fault at once, each by the name of its setting; never a value, for it may be a secret put in the wrong place. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Complete.safeParse(withoutEmpty(environment));
  if (!parsed.success) throw new Error(`The settings are not complete:\n${z.prettifyError(parsed.error)}`);
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    appId: settings.MICROSOFT_APP_ID,
    tenantIds: settings.TENANT_IDS,
    serviceUrls: settings.SERVICE_URLS,
    metadataUrl: settings.OPENID_METADATA_URL,
    publicUrl: settings.PUBLIC_URL,
    cosmosEndpoint: settings.COSMOS_ENDPOINT,
    database: settings.COSMOS_DATABASE,
    anchorsUrl: settings.ANCHORS_CONTAINER_URL,
    programmeFile: settings.PROGRAMME_FILE,
    ...keySettings(settings),
    reminders: reminderSettings(settings),
  };
};
