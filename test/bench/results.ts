import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Figure, isMet } from './figure';

/** npm runs its scripts there, wherever the compiled bench lies. */
export const ROOT = process.cwd();
/** What benches make and keep; git does not see it. */
export const FOLDER = join(ROOT, '.bench');
const FILE = join(FOLDER, 'results.json');

const Kept = z.record(z.string(), z.unknown());

const before = (): Readonly<Record<string, unknown>> =>
  existsSync(FILE) ? Kept.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : {};

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT }).toString().trim();

/** Keeps the figures of one bench; those of the others stay as they were measured. */
export const keep = (id: string, figures: readonly Figure[]): void => {
  mkdirSync(FOLDER, { recursive: true });
  const measured = {
    at: new Date().toISOString(),
    commit: commit(),
    node: process.version,
    cpu: `${String(cpus().length)} × ${cpus()[0]?.model ?? ''}`,
    load: loadavg()[0],
    figures: figures.map(figure => ({ ...figure, met: isMet(figure) })),
  };
  writeFileSync(FILE, `${JSON.stringify({ ...before(), [id]: measured }, undefined, 2)}\n`);
};
