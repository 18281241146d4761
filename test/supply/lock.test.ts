import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      name: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const Wanted = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const read = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));
const { packages } = Lock.parse(read('package-lock.json'));
const locked = Object.entries(packages).filter(([path]) => path !== '');
const { dependencies, devDependencies } = Wanted.parse(read('package.json'));

/** They would do something when they are installed; none of them has to, and .npmrc lets none. */
const WITH_SCRIPTS = [
  '@parcel/watcher',
  '@swc/core',
  'botbuilder-dialogs',
  'esbuild',
  'fsevents',
  'lefthook',
  'tree-sitter-bicep',
  'unrs-resolver',
];

describe('the lock', () => {
  it('holds a version and a strong sum of every package', () => {
    const weak = locked.filter(
      ([, { version, integrity }]) =>
        version === undefined || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
    );

    expect(locked.length).toBeGreaterThan(500);
    expect(weak).toEqual([]);
  });

  it('takes every package from the registry, none from an address, a repository or a folder', () => {
    const elsewhere = locked.filter(([, { resolved, link }]) => resolved !== undefined || link === true);

    expect(elsewhere).toEqual([]);
  });

  it('carries none of what dialogs recognise words with, and nothing of another maker in its places', () => {
    const held = locked
      .filter(([path]) => path.includes('recognizers-text'))
      .map(([path, { name }]) => name ?? path.slice(path.lastIndexOf('node_modules/') + 13));

    expect([...new Set(held)].toSorted()).toEqual([
      '@microsoft/recognizers-text',
      '@microsoft/recognizers-text-data-types-timex-expression',
    ]);
  });

  it('follows from package.json', () => {
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
    expect(
      Object.values({ ...dependencies, ...devDependencies }).filter(
        range => !/^(?:\^?\d+\.\d+\.\d+|\d+\.\d+\.\d+-beta\.\d+)$/.test(range),
      ),
    ).toEqual([]);
  });

  it('lets no package run anything when it is installed, and knows which would', () => {
    const running = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13));

    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true');
    expect(running.filter(name => !WITH_SCRIPTS.includes(name))).toEqual([]);
  });
});
