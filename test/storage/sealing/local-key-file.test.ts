import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { localSecrets } from '../../../src/storage/sealing/local-key-file';
import { addMaster } from '../../../src/storage/sealing/master-file';
import { soon } from '../given';

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

  it.each([0o640, 0o604, 0o644, 0o660, 0o700, 0o777])('T26 refuses a file with mode %o', mode => {
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

  it('opens a file of one line without a number, as the first of them', async () => {
    const master = randomBytes(32).toString('base64');
    writeFileSync(path(), `${master}\n`, { mode: 0o600 });
    const key = randomBytes(32);
    const wrapped = await localSecrets(path()).wrap(key, soon());

    addMaster(path());

    expect(readFileSync(path(), 'utf8')).toMatch(/^1 \S{43}=\n2 \S{43}=\n$/);
    expect(readFileSync(path(), 'utf8')).toContain(`1 ${master}`);
    expect(await localSecrets(path()).unwrap(wrapped, soon())).toEqual(key);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('uses a master that was added while it runs', async () => {
    const secrets = localSecrets(path());

    addMaster(path());

    expect(await secrets.wrap(randomBytes(32), soon())).toMatch(/^local-2\./);
  });

  it('does without the masters between the first and the last', async () => {
    const secrets = localSecrets(path());
    [1, 2].forEach(() => {
      addMaster(path());
    });
    const key = randomBytes(32);
    const wrapped = await secrets.wrap(key, soon());
    const lines = readFileSync(path(), 'utf8').split('\n');

    writeFileSync(path(), lines.toSpliced(1, 1).join('\n'));

    expect(await localSecrets(path()).unwrap(wrapped, soon())).toEqual(key);
    expect(localSecrets(path()).lookupDigest('a')).toBe(secrets.lookupDigest('a'));
  });

  it('refuses a file without the first master, or out of order', () => {
    const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

    for (const text of [
      `2 ${two}`,
      `2 ${two}\n1 ${one}`,
      `1 ${one}\n1 ${two}`,
      `1 ${one}\n${two}`,
      `1 ${one}\n2 `,
    ]) {
      writeFileSync(path(), text, { mode: 0o600 });
      expect(() => localSecrets(path())).toThrow('does not hold a key of 32 bytes');
    }
  });

  it('adds none while another adds, and never loses one', () => {
    localSecrets(path());
    const before = readFileSync(path(), 'utf8');
    writeFileSync(`${path()}.new`, '');

    expect(() => {
      addMaster(path());
    }).toThrow('EEXIST');
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });
});
