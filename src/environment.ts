import { z } from 'zod';

const NOTHING_MORE = 'an https address, without user, query or fragment';
const isAddress = (text: string): boolean => {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  return (
    protocol === 'https:' && hostname !== '' && [username, password, search, hash].every(part => part === '')
  );
};
/** What an address may carry beside its path is where secrets are put: `?sig=…`, `user:password@`. */
const address = z.string({ error: NOTHING_MORE }).refine(isAddress, { error: NOTHING_MORE });

const partsOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
/** With commas. One fault for the whole list, however many are wrong in it. */
const listed = (error: string, isGood: (part: string) => boolean) =>
  z
    .string({ error })
    .transform(partsOf)
    .refine(parts => parts.length > 0 && parts.every(isGood), { error });

const isId = (text: string): boolean => z.uuid().safeParse(text).success;
/** One that ends in a domain where anybody can have a name would let anybody in. */
const isExact = (text: string): boolean => isAddress(text) && !new URL(text).hostname.includes('*');

const whole = (least: number, most: number, usual: number) => {
  const error = `a whole number from ${String(least)} to ${String(most)}`;
  return z
    .string({ error })
    .refine(text => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, { error })
    .transform(Number)
    .default(usual);
};

const CONNECTION = /^(InstrumentationKey|ApplicationId|[A-Za-z]+Endpoint)=(.+)$/;
/** As the portal gives it: names nobody knows, or an address that is not https, and logs could go anywhere. */
const isConnection = (text: string): boolean => {
  const pairs = text
    .split(';')
    .filter(part => part !== '')
    .map(part => CONNECTION.exec(part));
  const values = new Map(pairs.map(pair => [pair?.[1], pair?.[2] ?? '']));
  const addresses = [...values].filter(([name]) => name?.endsWith('Endpoint'));
  return (
    !values.has(undefined) &&
    isId(values.get('InstrumentationKey') ?? '') &&
    values.has('IngestionEndpoint') &&
    addresses.every(([, value]) => isAddress(value))
  );
};

const refused = (error: string) => z.never({ error }).optional();
const NO_SECRETS = refused('no secret belongs in the settings: the program is its managed identity');

/** Set by other bots, or by habit: with one of them somebody has put a secret where many can read it. */
const SECRETS = {
  MICROSOFT_APP_PASSWORD: NO_SECRETS,
  MicrosoftAppPassword: NO_SECRETS,
  AZURE_CLIENT_SECRET: NO_SECRETS,
  AZURE_CLIENT_CERTIFICATE_PATH: NO_SECRETS,
  AZURE_PASSWORD: NO_SECRETS,
  COSMOS_KEY: NO_SECRETS,
  DATABASE_KEY: NO_SECRETS,
  KEY_FILE: refused('a key in a file is for the local world: here it lies in KEY_VAULT_KEY'),
  NODE_TLS_REJECT_UNAUTHORIZED: refused('certificates are always checked'),
  NODE_DEBUG: refused('Node would print headers and tokens'),
};

const named = z.string().min(1);
const id = z.string({ error: 'an id' }).refine(isId, { error: 'an id' });
const VAULT_KEY = 'https://<vault>/keys/<name>, without a version';

/** What the program reads of its surroundings; docs/operations.md and README name each. */
export const Environment = z.object({
  ...SECRETS,
  PORT: whole(0, 65_535, 3978),
  HOST: z.string().default('0.0.0.0'),
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TYPE: z.literal('UserAssignedMsi', {
    error: 'UserAssignedMsi: the bot has a managed identity, and nothing else is known here',
  }),
  /** Who the program is, where it is not the bot: the verifier of the audit. */
  AZURE_CLIENT_ID: id.optional(),
  TENANT_IDS: listed('ids, with commas', isId).transform(ids => ids.map(one => one.toLowerCase())),
  SERVICE_URLS: listed('https addresses with exact hosts, with commas', isExact).default([
    'https://smba.trafficmanager.net/',
  ]),
  OPENID_METADATA_URL: address.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  PUBLIC_URL: address.transform(url => url.replace(/(?<!\/)\/+$/, '')),
  TRUSTED_PROXIES: whole(0, 2, 0),
  COSMOS_ENDPOINT: address,
  COSMOS_DATABASE: named.default('sent-ute'),
  KEYS_ENDPOINT: address.optional(),
  KEYS_DATABASE: named.optional(),
  KEY_VAULT_KEY: z
    .string({ error: VAULT_KEY })
    .regex(/^https:\/\/[^/?#@]+\/keys\/[0-9A-Za-z-]+$/, { error: VAULT_KEY }),
  ANCHORS_CONTAINER_URL: address,
  PROGRAMME_FILE: named,
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .refine(isConnection, { error: 'a connection string of Application Insights, with https addresses' })
    .optional(),
  // Shorter, and no send could begin and be stored before its end.
  LEASE_SECONDS: whole(40, 600, 60),
  POLL_SECONDS: whole(1, 60, 2),
  // What Teams permits is the most.
  SENDS_PER_SECOND: whole(1, 30, 30),
  THREAD_SENDS_PER_SECOND: whole(1, 7, 7),
  THREAD_SENDS_PER_30_SECONDS: whole(1, 60, 60),
  THREAD_SENDS_PER_HOUR: whole(1, 1_800, 1_800),
});
export type Environment = z.infer<typeof Environment>;
