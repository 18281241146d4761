import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { filled } from './fill';
import { iconFaults } from './icons';
import { schemaFaults } from './schema';
import { type Fillings } from './settings';

const Manifest = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});
type Manifest = z.infer<typeof Manifest>;

export type Entries = Readonly<Record<string, Uint8Array>>;

const named = (name: string, faults: readonly string[]): readonly string[] =>
  faults.map(fault => `${name} ${fault}`);

const iconsIn = (folder: string, { icons }: Manifest) =>
  (['color', 'outline'] as const).map(kind => {
    const bytes = readFileSync(join(folder, icons[kind]));
    return { name: icons[kind], bytes, faults: named(icons[kind], iconFaults(kind, bytes)) };
  });

const json = (held: unknown): Uint8Array => strToU8(`${JSON.stringify(held, undefined, 2)}\n`);

const textsIn = async (folder: string, fillings: Fillings) => {
  const read = (name: string): unknown =>
    filled(JSON.parse(readFileSync(join(folder, name), 'utf8')), fillings);
  const manifest = Manifest.parse(read('manifest.json'));
  const { manifestVersion: version, localizationInfo } = manifest;
  const kinds = [
    { name: 'manifest.json', kind: 'MicrosoftTeams' } as const,
    ...localizationInfo.additionalLanguages.map(
      ({ file }) => ({ name: file, kind: 'MicrosoftTeams.Localization' }) as const,
    ),
  ];
  const texts = kinds.map(async ({ name, kind }) => {
    const held = read(name);
    return { name, bytes: json(held), faults: named(name, await schemaFaults(held, { version, kind })) };
  });
  return { manifest, texts: await Promise.all(texts) };
};

/** The files of the app, filled in. Throws with everything that is wrong with them. */
export const filesOf = async (folder: string, fillings: Fillings): Promise<Entries> => {
  const { manifest, texts } = await textsIn(folder, fillings);
  const files = [...texts, ...iconsIn(folder, manifest)];
  const faults = files.flatMap(file => file.faults);
  if (faults.length > 0) throw new Error(`The app is not in order:\n${faults.join('\n')}`);
  return Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
};

/** The earliest that a zip can name. With the real time the same files would make another zip every time. */
const NO_TIME = new Date(1980, 0, 1);

/** One file without folders, as Teams takes it; the same files are the same bytes. */
export const zipOf = (files: Entries): Uint8Array => zipSync(files, { level: 9, mtime: NO_TIME });
