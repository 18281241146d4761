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

/** What the program reads of its surroundings; docs and README name each. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().default('0.0.0.0'),
  MICROSOFT_APP_ID: z.uuid(),
  TENANT_IDS: listed.pipe(z.array(z.uuid())),
  SERVICE_URLS: listed.default(['https://smba.trafficmanager.net/']).pipe(z.array(httpsUrl)),
  OPENID_METADATA_URL: httpsUrl.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  COSMOS_ENDPOINT: httpsUrl,
  COSMOS_DATABASE: z.string().min(1).default('sent-ute'),
  PROGRAMME_FILE: z.string().min(1),
  KEY_FILE: z.string().min(1),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly appId: string;
  readonly tenantIds: readonly string[];
  readonly serviceUrls: readonly string[];
  readonly metadataUrl: string;
  readonly cosmosEndpoint: string;
  readonly database: string;
  readonly programmeFile: string;
  readonly keyFile: string;
};

/** A setting that is there without a value is one that was left out. */
const withoutEmpty = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Every fault at once, each by the name of its setting; never a value, for it may be a secret put in the wrong place. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Environment.safeParse(withoutEmpty(environment));
  if (!parsed.success) throw new Error(`The settings are not complete:\n${z.prettifyError(parsed.error)}`);
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    appId: settings.MICROSOFT_APP_ID,
    tenantIds: settings.TENANT_IDS,
    serviceUrls: settings.SERVICE_URLS,
    metadataUrl: settings.OPENID_METADATA_URL,
    cosmosEndpoint: settings.COSMOS_ENDPOINT,
    database: settings.COSMOS_DATABASE,
    programmeFile: settings.PROGRAMME_FILE,
    keyFile: settings.KEY_FILE,
  };
};
