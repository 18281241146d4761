import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAllowed, licencesIn } from '../../scripts/supply/licences';

const a = (licence: string, isForDevelopment = false) => ({
  name: 'one',
  version: '1.0.0',
  licence,
  isForDevelopment,
});

describe('isAllowed', () => {
  it('allows every package of ours', () => {
    const all = licencesIn('.');

    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(one => !isAllowed(one))).toEqual([]);
  });

  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', '(ISC AND CC-BY-3.0)'])(
    'allows %s',
    licence => {
      expect(isAllowed(a(licence))).toBe(true);
    },
  );

  it.each([
    'none',
    'GPL-3.0-only',
    'AGPL-3.0',
    'MIT AND GPL-3.0-only',
    'SEE LICENSE IN LICENSE',
    'UNLICENSED',
    '',
  ])('refuses %s', licence => {
    expect(isAllowed(a(licence))).toBe(false);
    expect(isAllowed(a(licence, true))).toBe(false);
  });

  it('allows more of what is used for development only', () => {
    expect(isAllowed(a('MPL-2.0', true))).toBe(true);
    expect(isAllowed(a('MPL-2.0'))).toBe(false);
  });
});

describe('licencesIn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licences-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads every package of the lock once, also one inside another, and one without a licence', () => {
    const packages = {
      '': { version: '0.0.0' },
      'node_modules/b': { version: '2.0.0', license: 'GPL-3.0-only' },
      'node_modules/@x/a': { version: '1.0.0', license: 'MIT', dev: true },
      'node_modules/b/node_modules/c': { version: '3.0.0' },
      'node_modules/d/node_modules/c': { version: '3.0.0' },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));

    expect(licencesIn(folder)).toEqual([
      { name: '@x/a', version: '1.0.0', licence: 'MIT', isForDevelopment: true },
      { name: 'b', version: '2.0.0', licence: 'GPL-3.0-only', isForDevelopment: false },
      { name: 'c', version: '3.0.0', licence: 'none', isForDevelopment: false },
    ]);
  });
});
