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
  KEY_FILE: '/etc/sent-ute/keys.json',
  PUBLIC_URL: 'https://sent-ute.invalid',
};
const NAMES = [
  'PORT',
  'HOST',
  'MICROSOFT_APP_ID',
  'TENANT_IDS',
  'SERVICE_URLS',
  'OPENID_METADATA_URL',
  'COSMOS_ENDPOINT',
  'COSMOS_DATABASE',
  'ANCHORS_CONTAINER_URL',
  'PROGRAMME_FILE',
  'KEY_FILE',
  'KEY_VAULT_KEY',
  'PUBLIC_URL',
  'KEYS_ENDPOINT',
  'KEYS_DATABASE',
  'LEASE_SECONDS',
  'POLL_SECONDS',
  'SENDS_PER_SECOND',
  'THREAD_SENDS_PER_SECOND',
  'THREAD_SENDS_PER_30_SECONDS',
  'THREAD_SENDS_PER_HOUR',
] as const;
const messageOf = (environment: Readonly<Record<string, string | undefined>>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'no error';
  }
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
      keyEncryption: { kind: 'file', path: LEAST.KEY_FILE },
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

  it('takes a key in a vault in place of the key file', () => {
    const { KEY_FILE: _, ...others } = LEAST;
    const keyUrl = 'https://sent-ute.vault.azure.net/keys/kek';

    expect(readConfig({ ...others, KEY_VAULT_KEY: keyUrl }).keyEncryption).toEqual({ kind: 'vault', keyUrl });
  });

  it.each([
    ['neither a key file nor a vault', { KEY_FILE: '' }],
    ['both a key file and a vault', { KEY_VAULT_KEY: 'https://sent-ute.vault.azure.net/keys/kek' }],
    ['neither, and another fault', { KEY_FILE: '', PORT: 'http' }],
  ])('refuses to start with %s', (_, over) => {
    expect(messageOf({ ...LEAST, ...over })).toContain('Set KEY_FILE or KEY_VAULT_KEY, and not both');
  });

  it('takes a setting without a value for one that was left out', () => {
    const config = readConfig({ ...LEAST, PORT: '', HOST: '', SERVICE_URLS: '', COSMOS_DATABASE: '' });

    expect(config).toEqual(readConfig(LEAST));
  });

  it('names every setting that is missing, at once', () => {
    const message = messageOf({});

    expect(Object.keys(LEAST).filter(name => !message.includes(name))).toEqual([]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['MICROSOFT_APP_ID', 'app'],
    ['TENANT_IDS', 'tenant'],
    ['TENANT_IDS', `${TENANT},tenant`],
    ['TENANT_IDS', ' , '],
    ['SERVICE_URLS', 'http://smba.trafficmanager.net/'],
    ['OPENID_METADATA_URL', 'http://login.botframework.com/'],
    ['COSMOS_ENDPOINT', 'localhost'],
    ['ANCHORS_CONTAINER_URL', 'http://anchors'],
    ['COSMOS_ENDPOINT', 'file:///etc'],
    ['PUBLIC_URL', 'http://sent-ute.invalid'],
    ['KEYS_ENDPOINT', 'http://keys.invalid/'],
    ['LEASE_SECONDS', '39'],
    ['LEASE_SECONDS', '601'],
    ['LEASE_SECONDS', '60.5'],
    ['POLL_SECONDS', '0'],
    ['SENDS_PER_SECOND', '31'],
    ['SENDS_PER_SECOND', '0'],
    ['THREAD_SENDS_PER_SECOND', '8'],
    ['THREAD_SENDS_PER_30_SECONDS', '61'],
    ['THREAD_SENDS_PER_HOUR', '1801'],
    ['KEY_VAULT_KEY', 'http://sent-ute.vault.azure.net/keys/kek'],
    ['KEY_VAULT_KEY', 'https://sent-ute.vault.azure.net/'],
    ['KEY_VAULT_KEY', 'https://sent-ute.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef'],
  ])('refuses to start with %s = %j, and names it', (name, value) => {
    expect(messageOf({ ...LEAST, [name]: value })).toContain(name);
  });

  it('T16 tells every fault at once, and never a value: it may be a secret in the wrong place', () => {
    const secret = 'AccountKey=hemmelig-kanari==';

    const message = messageOf(Object.fromEntries(NAMES.map(name => [name, secret])));

    const free = ['HOST', 'COSMOS_DATABASE', 'PROGRAMME_FILE', 'KEYS_DATABASE'];
    expect(NAMES.filter(name => !message.includes(name))).toEqual(free);
    expect(message).not.toMatch(/kanari|AccountKey/);
  });

  it('reads nothing else of its surroundings', () => {
    expect(readConfig({ ...LEAST, AUTHENTICATION: 'off', NODE_ENV: 'development' })).toEqual(
      readConfig(LEAST),
    );
  });
});
