import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const looked = (files: Readonly<Record<string, string>>) => {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const script = join('scripts', 'find-secrets.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' });
  return { status, lines: stdout.replaceAll(`${folder}/`, '').trim().split('\n') };
};

const letters = (length: number): string => randomBytes(length).toString('hex').slice(0, length);
const key = randomBytes(64).toString('base64');
/** Made here, so that this file holds none. */
const PLANTED: Readonly<Record<string, readonly [content: string, kind: string]>> = {
  'settings.env': [`A=1\nCOSMOS=AccountEndpoint=https://x/;AccountKey=${key};`, '2 azure-account-key'],
  'storage.json': [JSON.stringify({ key }), '1 azure-64-byte-key'],
  'entra.ts': [`const it = '${letters(3)}8Q~${letters(34)}';`, '1 azure-client-secret'],
  'link.md': [`see https://x.blob/c?sv=1&sig=${letters(44)}%3D`, '1 azure-signed-url'],
  'github.yml': [['token: gh', letters(36)].join('p_'), '1 github'],
  'key.pem': [
    generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey,
    '1 private-key',
  ],
};

describe('find-secrets', () => {
  it('finds every kind that is planted, says where, and never what it is', () => {
    const { status, lines } = looked(
      Object.fromEntries(Object.entries(PLANTED).map(([name, [content]]) => [name, content])),
    );

    expect(status).toBe(1);
    expect(lines).toEqual(
      expect.arrayContaining(Object.entries(PLANTED).map(([name, [, kind]]) => `${name}:${kind}`)),
    );
    expect(lines.join()).not.toContain(key.slice(0, 20));
  });

  it('finds nothing in what only looks like one', () => {
    const { status, lines } = looked({
      'package-lock.json': JSON.stringify({ integrity: `sha512-${key}` }),
      'README.md':
        '`COSMOS_KEY` is a setting; AccountKey=… stands in the portal. -----BEGIN PRIVATE KEY-----',
      'picture.png': `\0${key}`,
    });

    expect({ status, lines }).toEqual({ status: 0, lines: ['3 files, 0 secrets'] });
  });
});
