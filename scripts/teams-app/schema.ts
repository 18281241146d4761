import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';

const SCHEMAS = join(
  dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);

type Validated = Parameters<typeof AppManifestUtils.validateAgainstSchema>;
const Held = z.custom<Validated[0]>(held => typeof held === 'object' && held !== null);
const Schema = z.custom<Validated[1]>(held => typeof held === 'object' && held !== null);

export type Document = {
  readonly version: string;
  readonly kind: 'MicrosoftTeams' | 'MicrosoftTeams.Localization';
};

/** A lone bracket in some patterns of theirs, which their own validator does not take. */
const repaired = (text: string): string => text.replaceAll('\\\\b]', '\\\\b\\\\]');

/** What Microsoft's validator has against it, by the schema that its package ships: nothing is fetched. */
export const schemaFaults = async (
  held: unknown,
  { version, kind }: Document,
): Promise<readonly string[]> => {
  const text = readFileSync(join(SCHEMAS, `v${version}`, `${kind}.schema.json`), 'utf8');
  return AppManifestUtils.validateAgainstSchema(Held.parse(held), Schema.parse(JSON.parse(repaired(text))));
};
