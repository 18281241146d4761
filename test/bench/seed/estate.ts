import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTAINERS } from '../../../src/storage/containers';
import { type Document } from '../../../src/storage/database/steps';
import { type Watcher } from '../../../src/local/world';
import { type Grounds, openGrounds } from '../grounds';
import { FOLDER, ROOT } from '../results';
import { openTask, pastCase, pastPointer } from './documents';
import { writeInto } from './write';

export const SIZES = [1_000, 10_000, 100_000] as const;

const past = function* (size: number): Iterable<Document> {
  for (let n = 0; n < size; n += 1) {
    yield pastCase(n);
    yield openTask(n);
  }
};

const pointers = function* (size: number): Iterable<Document> {
  for (let n = 0; n < size; n += 1) yield pastPointer(n);
};

/** A seed is made anew when what is in it, or how it is indexed, was changed. */
const versionOf = (): string =>
  createHash('sha256')
    .update(JSON.stringify(CONTAINERS))
    .update(readFileSync(join(ROOT, 'test', 'bench', 'seed', 'documents.ts')))
    .digest('hex')
    .slice(0, 12);

const SEEDS = join(FOLDER, 'seeds');

/** Half a gigabyte each. */
const forgetOld = (size: number): void => {
  const all = existsSync(SEEDS) ? readdirSync(SEEDS) : [];
  for (const name of all.filter(one => one.startsWith(`${String(size)}-`)))
    rmSync(join(SEEDS, name), { recursive: true });
};

/** The local world's folder with so many cases behind it and so many tasks of others; made once, and kept. */
const seedOf = async (size: number): Promise<string> => {
  const kept = join(SEEDS, `${String(size)}-${versionOf()}`);
  if (existsSync(kept)) return kept;
  forgetOld(size);
  const grounds = await openGrounds();
  await grounds.close();
  writeInto(grounds.folder, { container: 'work', documents: past(size) });
  writeInto(grounds.folder, { container: 'index', documents: pointers(size) });
  cpSync(grounds.folder, `${kept}.new`, { recursive: true });
  rmSync(grounds.folder, { recursive: true });
  renameSync(`${kept}.new`, kept);
  return kept;
};

export type Estate = Grounds & { readonly size: number };

/** A world of that size, and what is under way in it. */
const openEstate = async (size: number, more: readonly Document[], watcher: Watcher): Promise<Estate> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-estate-'));
  cpSync(await seedOf(size), folder, { recursive: true });
  writeInto(folder, { container: 'work', documents: more });
  return { ...(await openGrounds(watcher, folder)), size };
};

/** One of each size, at once. */
export const openEstates = async (
  more: readonly Document[],
  watcher: Watcher = {},
): Promise<readonly Estate[]> => {
  const estates: Estate[] = [];
  for (const size of SIZES) estates.push(await openEstate(size, more, watcher));
  return estates;
};

export const leaveAll = async (estates: readonly Estate[]): Promise<void> => {
  for (const estate of estates) await estate.leave();
};
