import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';

import { filled } from '../../scripts/teams-app/fill';

const SETTINGS: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222',
  PUBLIC_URL: 'https://bot.sent-ute.internal/',
  DEVELOPER_NAME: 'Kommunen "i vest"',
  WEBSITE_URL: 'https://sent-ute.internal',
  PRIVACY_URL: 'https://sent-ute.internal/personvern',
  TERMS_OF_USE_URL: 'https://sent-ute.internal/vilkar',
};
const WRITE = ['--import', 'tsx', join('scripts', 'teams-app', 'write.ts')];

const folder = mkdtempSync(join(tmpdir(), 'teams-app-'));
const zipFile = join(folder, 'app.zip');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `npm run package`, with no other settings than these. */
const packaged = (settings: Readonly<Record<string, string>>, from = 'manifest') => {
  const { status, stderr } = spawnSync(process.execPath, [...WRITE, zipFile, from], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings },
  });
  return { status, stderr };
};

type Change = readonly [name: string, text: string, other: string];

/** The folder with some texts changed, as a folder of its own. */
const spoiled = (changes: readonly Change[]): string => {
  const copy = mkdtempSync(join(folder, 'manifest-'));
  cpSync('manifest', copy, { recursive: true });
  for (const [name, text, other] of changes) {
    const path = join(copy, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(text, other));
  }
  return copy;
};

const FILES = ['manifest.json', 'nn.json', 'en.json', 'color.png', 'outline.png'];
const Filled = z.looseObject({
  id: z.string(),
  developer: z.looseObject({ name: z.string() }),
  bots: z.array(z.looseObject({ botId: z.string() })),
  validDomains: z.array(z.string()),
});

/** Where the list of a zip begins, and what it says of every file: attributes and time. */
const timesIn = (zip: Buffer): readonly string[] => {
  const times: string[] = [];
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0;) {
    times.push(zip.toString('hex', at + 12, at + 16));
    at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1');
  }
  return times;
};

describe('npm run package', () => {
  it('writes a zip of the files alone, filled in, the same bytes every time', () => {
    const first = packaged(SETTINGS);
    const zip = readFileSync(zipFile);
    const again = packaged({ ...SETTINGS, TZ: 'Pacific/Auckland' });

    const files = unzipSync(zip);
    const manifest = Filled.parse(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())));

    expect([first, again]).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ]);
    expect(readFileSync(zipFile).equals(zip)).toBe(true);
    expect(Object.keys(files)).toEqual(FILES);
    expect(new Set(timesIn(zip))).toEqual(new Set(['00002100']));
    expect(manifest.id).toBe(SETTINGS['TEAMS_APP_ID']);
    expect(manifest.bots.map(({ botId }) => botId)).toEqual([SETTINGS['MICROSOFT_APP_ID']]);
    expect(manifest.developer.name).toBe(SETTINGS['DEVELOPER_NAME']);
    expect(manifest.validDomains).toEqual(['bot.sent-ute.internal']);
  });

  it('names every setting that is missing or made up, and writes nothing', () => {
    const { status, stderr } = packaged({
      ...SETTINGS,
      TEAMS_APP_ID: '00000000-0000-0000-0000-000000000000',
      MICROSOFT_APP_ID: '<app id>',
      PUBLIC_URL: 'https://bot.example.org',
      DEVELOPER_NAME: '${{DEVELOPER_NAME}}',
      WEBSITE_URL: 'http://sent-ute.internal',
      PRIVACY_URL: '',
      TERMS_OF_USE_URL: 'https://127.0.0.1/',
    });

    expect(status).toBe(1);
    expect(stderr.match(/at \w+/g)).toEqual([
      'at TEAMS_APP_ID',
      'at MICROSOFT_APP_ID',
      'at PUBLIC_URL',
      'at DEVELOPER_NAME',
      'at WEBSITE_URL',
      'at PRIVACY_URL',
      'at TERMS_OF_USE_URL',
    ]);
  });

  it('says of a setting that is missing that it must be set, and of a wrong address what it must be', () => {
    const { stderr } = packaged({ ...SETTINGS, MICROSOFT_APP_ID: '', PUBLIC_URL: 'sent-ute' });

    expect(stderr).toContain('✖ must be set\n  → at MICROSOFT_APP_ID\n✖ an https address\n  → at PUBLIC_URL');
  });

  it('names every fault of the files, and writes nothing', () => {
    const from = spoiled([
      ['manifest.json', '"manifestVersion"', '"botts": [], "manifestVersion"'],
      ['manifest.json', '"outline": "outline.png"', '"outline": "color.png"'],
      ['nn.json', '"name.short"', '"name.shrt"'],
    ]);

    const { status, stderr } = packaged(SETTINGS, from);

    expect(status).toBe(1);
    expect(stderr).toContain('manifest.json  must NOT have additional properties');
    expect(stderr).toContain('nn.json ');
    expect(stderr).toContain('color.png is not 32 pixels wide and high');
  });
});

describe('filled', () => {
  it('throws over a placeholder that nothing stands in the place of', () => {
    expect(() => filled({ domains: ['${{PUBLIC_HOTS}}'] }, SETTINGS)).toThrow('PUBLIC_HOTS');
  });

  it('leaves what a setting holds within its text', () => {
    expect(filled({ name: '${{NAME}}', at: [1, true] }, { NAME: '", "id": "' })).toEqual({
      name: '", "id": "',
      at: [1, true],
    });
  });
});
