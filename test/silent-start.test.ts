import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(__dirname, '..');
const EXAMPLE = join(ROOT, 'infra', 'programme.example.json');
const APP = '11111111-2222-4333-8444-555555555555';
const [TENANT = ''] = /(?<="tenantId": ")[^"]+/.exec(readFileSync(EXAMPLE, 'utf8')) ?? [];

/** Everything is set, nothing is there, and somebody has asked every library to say all it does. */
const NOTHING_THERE = {
  PATH: process.env['PATH'] ?? '',
  PORT: '0',
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'UserAssignedMsi',
  TENANT_IDS: TENANT,
  COSMOS_ENDPOINT: 'https://127.0.0.1:1/',
  KEY_VAULT_KEY: 'https://127.0.0.1:1/keys/kek',
  ANCHORS_CONTAINER_URL: 'https://127.0.0.1:1/anchors',
  PUBLIC_URL: 'https://sent-ute.invalid',
  PROGRAMME_FILE: EXAMPLE,
  APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${APP};IngestionEndpoint=https://127.0.0.1:1/`,
  IDENTITY_HEADER: 'kanari-header',
  AZURE_LOG_LEVEL: 'verbose',
  DEBUG: '*',
};

const TOKEN = JSON.stringify({
  ...{ access_token: 'kanari', expires_on: '9999999999', resource: 'kanari', token_type: 'Bearer' },
});

/** The program, from its start to its end, where the platform answers with this when it is asked for a token. */
const started = async (status: number) => {
  const platform = createServer((_request, response) => {
    const body = status === 200 ? TOKEN : '{"error":"kanari"}';
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(platform, 'listening');
  const port = (platform.address() as AddressInfo).port.toString();
  const program = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'index.ts')], {
    cwd: ROOT,
    env: { ...NOTHING_THERE, IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/identity` },
  });
  const [out, errors] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close'),
  ]);
  platform.close();
  const lines = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { code: program.exitCode, out, errors, lines };
};

describe('the program', () => {
  it.each([
    ['no identity', 400, { reason: 'NO_TOKEN', doing: 'getting a token' }],
    ['no database', 200, { reason: 'ECONNREFUSED', doing: 'read keys' }],
  ])(
    'says by what it was stopped where there is %s',
    async (_, status, told) => {
      const { lines } = await started(status);

      expect(lines.at(-1)).toMatchObject({ event: 'start-failed', fault: 'StorageFault', ...told });
    },
    60_000,
  );

  it('T25 says nothing but lines of its log when it cannot reach what it stands on, and ends with 1', async () => {
    const { code, out, errors, lines } = await started(400);

    expect([code, errors]).toEqual([1, '']);
    expect(lines.at(-1)).toMatchObject({ event: 'start-failed', level: 50 });
    expect(lines.map(({ event }) => event)).toContain('console-silenced');
    expect(out).not.toMatch(/127\.0\.0\.1|kanari|https?:/);
  }, 60_000);
});
