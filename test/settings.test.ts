import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readOptions } from '../src/local/options';
import { readSettings } from '../src/settings';

const ROOT = join(__dirname, '..');
const APP = '11111111-2222-4333-8444-555555555555';
const EXAMPLE = join(ROOT, 'infra', 'programme.example.json');
type Json = Record<string, unknown>;
const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Json & { readonly people: readonly Json[] };
const tenantOf = (person: Json | undefined): string =>
  (person?.['identities'] as readonly { readonly tenantId: string }[])[0]?.tenantId ?? '';
const HOST_TENANT = tenantOf(
  example.people.find(({ roles }) => (roles as readonly string[]).includes('admin')),
);

const LEAST = {
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'UserAssignedMsi',
  TENANT_IDS: HOST_TENANT,
  COSMOS_ENDPOINT: 'https://localhost.invalid:443/',
  KEY_VAULT_KEY: 'https://sent-ute.vault.azure.net/keys/kek',
  ANCHORS_CONTAINER_URL: 'https://anchors.localhost.invalid/anchors',
  PUBLIC_URL: 'https://sent-ute.invalid',
  PROGRAMME_FILE: EXAMPLE,
};

const SECRET = 'AccountKey=hemmelig-kanari==';
const INSIGHTS = `InstrumentationKey=${APP};IngestionEndpoint=https://a.invalid/`;

/** Each fault that a setting can have. */
const WRONG: readonly (readonly [name: string, value: string | undefined])[] = [
  ...Object.keys(LEAST).map(name => [name, undefined] as const),
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['MICROSOFT_APP_ID', 'app'],
  ['MICROSOFT_APP_TYPE', 'MultiTenant'],
  ['MICROSOFT_APP_TYPE', 'SingleTenant'],
  ['MICROSOFT_APP_TYPE', 'userassignedmsi'],
  ['MICROSOFT_APP_PASSWORD', SECRET],
  ['MicrosoftAppPassword', SECRET],
  ['AZURE_CLIENT_SECRET', SECRET],
  ['AZURE_CLIENT_CERTIFICATE_PATH', '/etc/kanari.pem'],
  ['AZURE_PASSWORD', SECRET],
  ['COSMOS_KEY', SECRET],
  ['DATABASE_KEY', SECRET],
  ['KEY_FILE', '/etc/sent-ute/kanari'],
  ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ['NODE_DEBUG', 'http'],
  ['AZURE_CLIENT_ID', 'me'],
  ['TENANT_IDS', 'tenant'],
  ['TENANT_IDS', `${HOST_TENANT},tenant,other`],
  ['TENANT_IDS', ' , '],
  ['SERVICE_URLS', 'http://smba.trafficmanager.net/'],
  ['SERVICE_URLS', 'https://%2a.trafficmanager.net/'],
  ['COSMOS_ENDPOINT', 'https://localhost.invalid:443/ '],
  ['PUBLIC_URL', 'https://sent-\nute.invalid'],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', `${INSIGHTS};AADAudience=https://vault.azure.net`],
  ['SERVICE_URLS', 'http://127.0.0.1/'],
  ['SERVICE_URLS', 'https://*.trafficmanager.net/'],
  ['SERVICE_URLS', 'https://smba.trafficmanager.net/,smba'],
  ['SERVICE_URLS', `https://${['user', 'kanari'].join(':')}@smba.trafficmanager.net/`],
  ['OPENID_METADATA_URL', 'http://login.botframework.com/'],
  ['PUBLIC_URL', 'http://sent-ute.invalid'],
  ['PUBLIC_URL', 'https://'],
  ['TRUSTED_PROXIES', '3'],
  ['TRUSTED_PROXIES', 'true'],
  ['COSMOS_ENDPOINT', 'localhost'],
  ['COSMOS_ENDPOINT', 'file:///etc'],
  ['COSMOS_ENDPOINT', 'http://localhost:8081/'],
  ['COSMOS_ENDPOINT', `AccountEndpoint=https://localhost.invalid/;${SECRET}`],
  ['KEYS_ENDPOINT', 'http://keys.invalid/'],
  ['KEY_VAULT_KEY', 'http://sent-ute.vault.azure.net/keys/kek'],
  ['KEY_VAULT_KEY', 'https://sent-ute.vault.azure.net/'],
  ['KEY_VAULT_KEY', 'https://kanari@sent-ute.vault.azure.net/keys/kek'],
  ['KEY_VAULT_KEY', 'https://sent-ute.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef'],
  ['ANCHORS_CONTAINER_URL', 'http://anchors'],
  ['ANCHORS_CONTAINER_URL', 'https://anchors.localhost.invalid/anchors?sv=1&sig=kanari'],
  ['PROGRAMME_FILE', '/nowhere/kanari.json'],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', APP],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', `InstrumentationKey=${APP}`],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'IngestionEndpoint=https://a.invalid/'],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', INSIGHTS.replace('https', 'http')],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', `${INSIGHTS};LiveEndpoint=http://b.invalid/`],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', `${INSIGHTS};Password=kanari`],
  ['LEASE_SECONDS', '39'],
  ['LEASE_SECONDS', '601'],
  ['LEASE_SECONDS', '60.5'],
  ['POLL_SECONDS', '0'],
  ['SENDS_PER_SECOND', '31'],
  ['SENDS_PER_SECOND', '0'],
  ['THREAD_SENDS_PER_SECOND', '8'],
  ['THREAD_SENDS_PER_30_SECONDS', '61'],
  ['THREAD_SENDS_PER_HOUR', '1801'],
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const programmeOf = (content: unknown): string => {
  const path = join(folder, 'programme.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const complaint = (environment: Readonly<Record<string, string | undefined>>): string => {
  try {
    readSettings(environment);
    return '';
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'no error';
  }
};
/** The places it names, in its order. */
const places = (message: string): readonly string[] =>
  [...message.matchAll(/→ at (.+)$/gm)].map(([, place = '']) => place);
/** Each of these is a fault of its own, and nothing else is. */
const NO_ADMIN = { ...example, people: example.people.map(person => ({ ...person, roles: ['member'] })) };

describe('readSettings', () => {
  it('is content with no more than what cannot be guessed', () => {
    const { config, setup } = readSettings(LEAST);

    expect(config).toMatchObject({
      appId: APP,
      identity: APP,
      serviceUrls: ['https://smba.trafficmanager.net/'],
    });
    expect(setup.people.length).toBeGreaterThan(0);
  });

  it.each(WRONG)('T16 refuses %s = %j alone: names it once, and never its value', (name, value) => {
    const message = complaint({ ...LEAST, [name]: value });

    expect(places(message)).toEqual([name]);
    expect(message).not.toContain('kanari');
    expect(value !== undefined && value.length > 5 && message.includes(value)).toBe(false);
  });

  it('T16 names every setting that is wrong at once, each once, and the faults of the programme’s file with them', () => {
    const wrong = Object.fromEntries(WRONG.map(([name, value]) => [name, value ?? SECRET]));
    const path = programmeOf({ ...NO_ADMIN, anchor: 'kanari', agencies: 'kanari' });

    const message = complaint({ ...wrong, PROGRAMME_FILE: path });

    const named = [...new Set(WRONG.map(([name]) => name))].filter(name => name !== 'PROGRAMME_FILE');
    const inFile = ['anchor', 'agencies', 'people'].map(field => `PROGRAMME_FILE.${field}`);
    expect([...places(message)].sort()).toEqual([...named, ...inFile].sort());
    expect(message).not.toMatch(/kanari|AccountKey/);
  });

  it('T16 names all that is missing where nothing is set', () => {
    expect([...places(complaint({}))].sort()).toEqual(Object.keys(LEAST).sort());
  });

  it('tells what is missing or wrong in words of its own, not in the library’s', () => {
    const { place, name, ...rest } = example;
    const link = `http://${JSON.stringify([place, name]).length.toString()}`;
    const path = programmeOf({ ...rest, name: '', link, lengthMinutes: 1, anchor: 'soon', time: 9 });

    const told = complaint({ ...LEAST, PROGRAMME_FILE: path }).split('\n');
    const nothing = complaint({ ...LEAST, PROGRAMME_FILE: undefined });

    const wordsAt = (field: string) => told[told.indexOf(`  → at PROGRAMME_FILE.${field}`) - 1];
    expect(['name', 'place', 'link', 'lengthMinutes', 'anchor', 'time'].map(wordsAt)).toEqual([
      '✖ must be set',
      '✖ must be set',
      '✖ an https address',
      '✖ at least 15',
      '✖ is not written as it must be',
      '✖ must be of the type string',
    ]);
    expect(nothing).toContain('✖ must be set\n  → at PROGRAMME_FILE');
  });

  it('T16 never says where somebody put a secret for a file, nor what a file holds', () => {
    expect(complaint({ ...LEAST, PROGRAMME_FILE: SECRET })).toContain('cannot be read (ENOENT)');
    expect(complaint({ ...LEAST, PROGRAMME_FILE: SECRET })).not.toContain('kanari');
    expect(complaint({ ...LEAST, PROGRAMME_FILE: programmeOf('{ "kanari": kanari') })).not.toContain(
      'kanari',
    );
  });

  it('T16 refuses to start where nobody is the first admin, whatever else is wrong', () => {
    const people = NO_ADMIN.people.map(person => ({ ...person, language: 'fi' }));

    const message = complaint({ ...LEAST, PROGRAMME_FILE: programmeOf({ ...NO_ADMIN, people }) });

    expect(message).toContain('someone is the first admin\n  → at PROGRAMME_FILE.people');
    expect(message).toContain('PROGRAMME_FILE.people[0].language');
  });

  it('T16 refuses to start where the first admin would not be let in', () => {
    const message = complaint({ ...LEAST, TENANT_IDS: APP });

    expect(message).toContain('the first admin is of a tenant in TENANT_IDS');
    expect(places(message)).toEqual(['PROGRAMME_FILE.people']);
  });

  it('takes a setting without a value for one that was left out', () => {
    const empty = Object.fromEntries(WRONG.map(([name]) => [name, '']));

    expect(readSettings({ ...empty, ...LEAST })).toEqual(readSettings(LEAST));
  });
});

describe('the program', () => {
  it('T16 does not start: it tells all that is wrong where errors are told, and ends with 1', async () => {
    const { PATH = '' } = process.env;
    const env = { PATH, MICROSOFT_APP_TYPE: 'MultiTenant', MICROSOFT_APP_PASSWORD: SECRET };

    const program = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'index.ts')], {
      cwd: ROOT,
      env,
    });
    const [said, errors] = await Promise.all([
      text(program.stdout),
      text(program.stderr),
      once(program, 'close'),
    ]);

    expect({ code: program.exitCode, said }).toEqual({ code: 1, said: '' });
    expect([...places(errors)].sort()).toEqual([...Object.keys(LEAST), 'MICROSOFT_APP_PASSWORD'].sort());
    expect(errors).not.toContain('kanari');
  }, 60_000);
});

describe('erase-again', () => {
  it('asks what was restored before it looks at anything', async () => {
    const { PATH = '' } = process.env;

    const command = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'erase-again.ts')], {
      cwd: ROOT,
      env: { PATH },
    });
    const [errors] = await Promise.all([text(command.stderr), once(command, 'close')]);

    expect(command.exitCode).toBe(1);
    expect(errors).toBe('Say what was restored: --restored data or keys.\n');
  }, 60_000);
});

describe('the local world', () => {
  it('T16 cannot be told to listen beyond this machine', () => {
    expect(() => readOptions(['--host', '0.0.0.0'])).toThrow('--host');
    expect(JSON.stringify(readOptions([]))).not.toContain('0.0.0.0');
  });
});
