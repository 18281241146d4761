import { readConfig } from '../src/config';
import { GRAIN_MS } from '../src/reminders/leading';
import { TEAMS_LIMITS } from '../src/reminders/pacing';
import { USUAL } from '../src/reminders/settings';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '22222222-2222-4333-8444-555555555555';
const LEAST = {
  MICROSOFT_APP_ID: APP,
  TENANT_IDS: TENANT,
  COSMOS_ENDPOINT: 'https://localhost.invalid:443/',
  ANCHORS_CONTAINER_URL: 'https://anchors.localhost.invalid/anchors',
  PROGRAMME_FILE: '/etc/sent-ute/programme.json',
  KEY_VAULT_KEY: 'https://sent-ute.vault.azure.net/keys/kek',
  MICROSOFT_APP_TYPE: 'UserAssignedMsi',
  PUBLIC_URL: 'https://sent-ute.invalid',
};
describe('readConfig', () => {
  it('needs no more than what cannot be guessed', () => {
    expect(readConfig(LEAST)).toEqual({
      port: 3978,
      host: '0.0.0.0',
      appId: APP,
      tenantIds: [TENANT],
      serviceUrls: ['https://smba.trafficmanager.net/'],
      metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      cosmosEndpoint: LEAST.COSMOS_ENDPOINT,
      anchorsUrl: LEAST.ANCHORS_CONTAINER_URL,
      database: 'sent-ute',
      programmeFile: LEAST.PROGRAMME_FILE,
      keysEndpoint: LEAST.COSMOS_ENDPOINT,
      keysDatabase: 'sent-ute',
      keyUrl: LEAST.KEY_VAULT_KEY,
      identity: APP,
      trustedProxies: 0,
      publicUrl: LEAST.PUBLIC_URL,
      reminders: { leaseMs: USUAL.leaseMs, pollMs: USUAL.pollMs, limits: TEAMS_LIMITS },
    });
  });

  it('takes every setting that is given', () => {
    const config = readConfig({
      ...LEAST,
      PORT: '8080',
      HOST: '127.0.0.1',
      TENANT_IDS: ` ${TENANT}, ${APP},`,
      SERVICE_URLS: 'https://a.invalid/,https://b.invalid/',
      OPENID_METADATA_URL: 'https://c.invalid/',
      COSMOS_DATABASE: 'another',
    });

    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      tenantIds: [TENANT, APP],
      serviceUrls: ['https://a.invalid/', 'https://b.invalid/'],
      metadataUrl: 'https://c.invalid/',
      database: 'another',
    });
  });

  it('takes a lease and limits of its own, and never more than Teams permits', () => {
    const { reminders } = readConfig({
      ...{ ...LEAST, LEASE_SECONDS: '120', POLL_SECONDS: '5', SENDS_PER_SECOND: '10' },
      ...{ THREAD_SENDS_PER_SECOND: '3', THREAD_SENDS_PER_30_SECONDS: '20', THREAD_SENDS_PER_HOUR: '500' },
    });

    expect(reminders).toEqual({
      ...{ leaseMs: 120_000, pollMs: 5_000 },
      limits: {
        thread: [
          { count: 3, perMs: 1_000 },
          { count: 20, perMs: 30_000 },
          { count: 500, perMs: 3_600_000 },
        ],
        overall: [{ count: 10, perMs: 1_000 }],
      },
    });
  });

  it('leaves room for a send in the shortest lease', () => {
    const { leaseMs } = readConfig({ ...LEAST, LEASE_SECONDS: '40' }).reminders;
    const { sendMs, storeMs, ackTries } = USUAL;

    expect(leaseMs).toBeGreaterThan(sendMs + storeMs * ackTries + 2 * GRAIN_MS);
  });

  it('looks for the keys where they are said to lie, otherwise beside the rest', () => {
    const elsewhere = { KEYS_ENDPOINT: 'https://keys.invalid/', KEYS_DATABASE: 'keys' };

    expect(readConfig({ ...LEAST, ...elsewhere })).toMatchObject({
      keysEndpoint: 'https://keys.invalid/',
      keysDatabase: 'keys',
    });
    expect(readConfig({ ...LEAST, COSMOS_DATABASE: 'another' }).keysDatabase).toBe('another');
  });

  it('is the identity of the bot, unless another is named', () => {
    expect(readConfig({ ...LEAST, AZURE_CLIENT_ID: TENANT })).toMatchObject({ identity: TENANT, appId: APP });
  });

  it('knows a tenant however it is written', () => {
    expect(readConfig({ ...LEAST, TENANT_IDS: 'ABCDEF12-2222-4333-8444-555555555555' }).tenantIds).toEqual([
      'abcdef12-2222-4333-8444-555555555555',
    ]);
  });

  it('takes a connection string as the portal gives it', () => {
    const insights = `InstrumentationKey=${APP};IngestionEndpoint=https://norwayeast-0.in.applicationinsights.azure.com/;LiveEndpoint=https://norwayeast.livediagnostics.monitor.azure.com/;ApplicationId=${TENANT}`;

    expect(readConfig({ ...LEAST, APPLICATIONINSIGHTS_CONNECTION_STRING: insights })).toMatchObject({
      insights,
    });
  });

  it('takes a setting without a value for one that was left out', () => {
    const config = readConfig({ ...LEAST, PORT: '', HOST: '', SERVICE_URLS: '', COSMOS_DATABASE: '' });

    expect(config).toEqual(readConfig(LEAST));
  });

  it('reads nothing else of its surroundings', () => {
    expect(readConfig({ ...LEAST, AUTHENTICATION: 'off', NODE_ENV: 'development' })).toEqual(
      readConfig(LEAST),
    );
  });

  it('throws with the name of what is wrong', () => {
    expect(() => readConfig({ ...LEAST, PORT: 'http' })).toThrow('→ at PORT');
  });
});
