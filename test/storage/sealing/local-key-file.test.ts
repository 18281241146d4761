import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { localSecrets } from '../../../src/storage/sealing/local-key-file';

describe('localSecrets', () => {
  let folder: string;
  const path = (): string => join(folder, 'key');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sent-ute-key-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes a file that only its owner may read', () => {
    localSecrets(path());

    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('makes another key in another file', () => {
    localSecrets(path());
    localSecrets(join(folder, 'another'));

    expect(readFileSync(path())).not.toEqual(readFileSync(join(folder, 'another')));
  });

  it.each([0o640, 0o604, 0o644, 0o660, 0o700, 0o777])('refuses a file with mode %o', mode => {
    localSecrets(path());
    chmodSync(path(), mode);

    expect(() => localSecrets(path())).toThrow('run chmod 600');
  });

  it.each(['', 'short', randomBytes(31).toString('base64')])(
    'refuses a file that holds no key: "%s"',
    text => {
      writeFileSync(path(), text, { mode: 0o600 });

      expect(() => localSecrets(path())).toThrow('does not hold a key of 32 bytes');
      expect(readFileSync(path(), 'utf8')).toBe(text);
    },
  );

  it('opens after a restart what it wrapped before', async () => {
    const key = randomBytes(32);
    const wrapped = await localSecrets(path()).wrap(key);

    expect(Buffer.from(await localSecrets(path()).unwrap(wrapped))).toEqual(key);
    expect(wrapped).not.toContain(key.toString('base64').slice(0, 8));
  });

  it.each([
    ['another file wrapped', () => localSecrets(join(folder, 'another')).wrap(randomBytes(32))],
    ['another service wrapped', () => Promise.resolve('vault-7.AAAA')],
    ['was changed', async () => (await localSecrets(path()).wrap(randomBytes(32))).replace(/....$/, 'AAAA')],
  ])('does not unwrap what %s', async (_, wrapped) => {
    await expect(localSecrets(path()).unwrap(await wrapped())).rejects.toThrow();
  });

  it('finds the same text again, and only by the key of the purpose', () => {
    const [one, again, other] = [
      localSecrets(path()),
      localSecrets(path()),
      localSecrets(join(folder, 'another')),
    ];

    expect(again.lookupDigest('a')).toBe(one.lookupDigest('a'));
    expect(again.auditDigest('a')).toBe(one.auditDigest('a'));
    expect(one.lookupDigest('a')).not.toBe(one.lookupDigest('b'));
    expect(one.lookupDigest('a')).not.toBe(one.auditDigest('a'));
    expect(one.lookupDigest('a')).not.toBe(other.lookupDigest('a'));
  });
});
