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

describe('the program', () => {
  it('T25 says nothing but lines of its log when it cannot reach what it stands on, and ends with 1', async () => {
    const platform = createServer((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"kanari"}');
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
    expect([program.exitCode, errors]).toEqual([1, '']);
    expect(lines.at(-1)).toMatchObject({ event: 'start-failed', level: 50 });
    expect(lines.map(({ event }) => event)).toContain('console-silenced');
    expect(out).not.toMatch(/127\.0\.0\.1|kanari|https?:/);
  }, 60_000);
});
