import { readConfig } from '../src/config';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '22222222-2222-4333-8444-555555555555';
const LEAST = {
  MICROSOFT_APP_ID: APP,
  TENANT_IDS: TENANT,
  COSMOS_ENDPOINT: 'https://localhost.invalid:443/',
  PROGRAMME_FILE: '/etc/sent-ute/programme.json',
  KEY_FILE: '/etc/sent-ute/keys.json',
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
  'PROGRAMME_FILE',
  'KEY_FILE',
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
      database: 'sent-ute',
      programmeFile: LEAST.PROGRAMME_FILE,
      keyFile: LEAST.KEY_FILE,
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
    ['COSMOS_ENDPOINT', 'file:///etc'],
  ])('refuses to start with %s = %j, and names it', (name, value) => {
    expect(messageOf({ ...LEAST, [name]: value })).toContain(name);
  });

  it('tells every fault at once, and never a value: it may be a secret in the wrong place (T16)', () => {
    const secret = 'AccountKey=hemmelig-kanari==';

    const message = messageOf(Object.fromEntries(NAMES.map(name => [name, secret])));

    const free = ['HOST', 'COSMOS_DATABASE', 'PROGRAMME_FILE', 'KEY_FILE'];
    expect(NAMES.filter(name => !message.includes(name))).toEqual(free);
    expect(message).not.toMatch(/kanari|AccountKey/);
  });

  it('reads nothing else of its surroundings', () => {
    expect(readConfig({ ...LEAST, AUTHENTICATION: 'off', NODE_ENV: 'development' })).toEqual(
      readConfig(LEAST),
    );
  });
});
