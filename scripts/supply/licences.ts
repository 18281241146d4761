import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What may be carried along in the program: no licence that asks more than its own text. */
const CARRIED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
]);
/** What may be used besides while developing, for nothing of it is given on. */
const USED = new Set(['CC-BY-4.0', 'MPL-2.0', 'Microsoft pre-release']);

/** Packages that say it in their texts only; read there, and again when the version changes. */
const READ: Readonly<Record<string, string>> = {
  'cldrjs@0.5.5': 'MIT',
  'jspath@0.4.0': 'MIT',
  'semaphore@1.1.0': 'MIT',
  '@microsoft/m365agentsplayground@0.2.28': 'Microsoft pre-release',
};

const Lock = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      name: z.string().optional(),
      version: z.string(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

export type Licensed = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly isForDevelopment: boolean;
};

const nameAt = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Every package of the lock once, in the order of their names. */
export const licencesIn = (folder: string): readonly Licensed[] => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
  const all = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license, dev, ...held }]): Licensed => {
      const name = held.name ?? nameAt(path);
      const licence = READ[`${name}@${version}`] ?? license ?? 'none';
      return { name, version, licence, isForDevelopment: dev === true };
    });
  const lines = new Map(all.map(one => [lineOf(one), one]));
  return [...lines.keys()].toSorted().flatMap(line => lines.get(line) ?? []);
};

/** An SPDX expression of one level: one of those with OR, all of those with AND. */
export const isAllowed = ({ licence, isForDevelopment }: Licensed): boolean => {
  const isKnown = (id: string): boolean => CARRIED.has(id) || (isForDevelopment && USED.has(id));
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(isKnown));
};

export const lineOf = ({ name, version, licence, isForDevelopment }: Licensed): string =>
  `${name}\t${version}\t${licence}${isForDevelopment ? '\tdevelopment' : ''}`;
