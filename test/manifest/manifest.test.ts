import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import addFormats from 'ajv-formats';
import Ajv, { type AnySchema } from 'ajv-draft-04';
import { z } from 'zod';

import { type Handlers } from '../../src/teams/on-press';
import { answerMessage } from '../../src/teams/on-message';
import { aReference } from '../builders/outbox';
import { aFront } from '../teams/front';

const SCHEMAS = join(
  dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);
const FILLED: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222',
  DEVELOPER_NAME: 'Kommunen',
  WEBSITE_URL: 'https://example.org',
  PRIVACY_URL: 'https://example.org/personvern',
  TERMS_OF_USE_URL: 'https://example.org/vilkar',
};

const textOf = (name: string): string => readFileSync(join('manifest', name), 'utf8');
const filled = (name: string): string =>
  textOf(name).replaceAll(/\$\{\{(\w+)\}\}/g, (_, key: string) => FILLED[key] ?? '');

const Manifest = z.object({
  manifestVersion: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
  bots: z.array(
    z.object({ commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })) }),
  ),
});
const manifest = Manifest.parse(JSON.parse(filled('manifest.json')));
const languageFiles = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
const JsonObject = z.record(z.string(), z.unknown());

/** What Microsoft's schema, as its package ships it, has against a file. */
const faultsOf = (name: string, kind: 'MicrosoftTeams' | 'MicrosoftTeams.Localization') => {
  const path = join(SCHEMAS, `v${manifest.manifestVersion}`, `${kind}.schema.json`);
  const schema: AnySchema = JsonObject.parse(JSON.parse(readFileSync(path, 'utf8')));
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }));
  ajv.validate(schema, JSON.parse(filled(name)));
  return ajv.errors ?? [];
};

const PNG = '89504e470d0a1a0a';
const pictureOf = (name: string) => {
  const bytes = readFileSync(join('manifest', name));
  return {
    isPng: bytes.subarray(0, 8).toString('hex') === PNG,
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
  };
};

const commandsIn = (name: string): readonly string[] =>
  Object.entries(JsonObject.parse(JSON.parse(textOf(name))))
    .filter(([key]) => /commands\[\d+\]\.title$/.test(key))
    .map(([, title]) => z.string().parse(title));
const bokmal = manifest.bots.flatMap(({ commandLists }) =>
  commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
);

/** The verb that a written text reaches. */
const reached = async (text: string): Promise<string> => {
  const { deps, handlers, pressOf } = aFront();
  const verbs: string[] = [];
  const listening: Handlers = Object.fromEntries(
    Object.keys(handlers).map(verb => [
      verb,
      { kind: 'read', answer: () => (verbs.push(verb), Promise.resolve({})) },
    ]),
  );
  await answerMessage(deps, listening, { ...pressOf('coordinator', ''), text, reference: aReference() });
  return verbs.join();
};

describe('the manifest', () => {
  it("follows Microsoft's schema when its placeholders are filled in", () => {
    expect(faultsOf('manifest.json', 'MicrosoftTeams')).toEqual([]);
  });

  it.each(languageFiles)('has a language file %s that follows the schema', file => {
    expect(faultsOf(file, 'MicrosoftTeams.Localization')).toEqual([]);
  });

  it('has no placeholder that its README does not name', () => {
    const used = [...textOf('manifest.json').matchAll(/\$\{\{\w+\}\}/g)].map(([placeholder]) => placeholder);

    expect(used.filter(placeholder => !textOf('README.md').includes(placeholder))).toEqual([]);
  });

  it.each([
    [manifest.icons.color, 192],
    [manifest.icons.outline, 32],
  ])('has an icon %s of %i pixels', (file, size) => {
    expect(pictureOf(file)).toEqual({ isPng: true, width: size, height: size });
  });

  it('suggests only what the bot understands, the same in every language', async () => {
    const verbs = await Promise.all(bokmal.map(reached));

    const elsewhere = await Promise.all(
      languageFiles.map(file => Promise.all(commandsIn(file).map(reached))),
    );

    expect(verbs).toEqual([
      'start-referral',
      'list-my-referrals',
      'open-inbox',
      'open-agenda',
      'list-my-actions',
      'show-languages',
      'show-help',
      'open-agenda',
      'show-help',
    ]);
    expect(elsewhere).toEqual([verbs, verbs]);
  });
});
