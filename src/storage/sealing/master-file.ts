import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** `number` counts up from 1 and is never used again. */
export type Master = { readonly number: number; readonly bytes: Buffer };
/** The first is what the program's own keys come from; the last wraps. */
export type Masters = readonly [Master, ...Master[]];

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
/** `<number> <base64>`; the number may be left out in a file of one line. */
const LINE = /^(?:([1-9]\d{0,5}) )?([A-Za-z0-9+/]{43}=)$/;

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const masterOf = (line: string): Master | undefined => {
  const [, number = '1', base64 = ''] = LINE.exec(line.trim()) ?? [];
  return base64 === '' ? undefined : { number: Number(number), bytes: Buffer.from(base64, 'base64') };
};

const risesFrom = (masters: readonly (Master | undefined)[]): boolean =>
  masters.every((master, place) => {
    const before = place === 0 ? 0 : (masters[place - 1]?.number ?? Infinity);
    return master !== undefined && master.number > before;
  });

const mastersFrom = (text: string): Masters | undefined => {
  const masters = text.trim().split('\n').map(masterOf);
  const [first, ...rest] = masters.filter(master => master !== undefined);
  return risesFrom(masters) && first?.number === 1 ? [first, ...rest] : undefined;
};

/** Throws when others than the owner may read it, and when a line is not a key. Never a word of what stands there. */
export const readMasters = (path: string): Masters => {
  const file = openSync(path, 'r');
  try {
    const mode = fstatSync(file).mode & 0o777;
    if ((mode & ~OWNER_ONLY) !== 0)
      throw new Error(`${path} may be read by others (mode ${mode.toString(8)}): run chmod 600 on it`);
    const masters = mastersFrom(readFileSync(file, 'utf8'));
    if (masters === undefined)
      throw new Error(`${path} does not hold a key of ${KEY_BYTES.toString()} bytes on every line`);
    return masters;
  } finally {
    closeSync(file);
  }
};

/** `wx`: a file that came in between is never overwritten, for the key in it may be all that opens the data. */
const write = (path: string, masters: Masters): Masters => {
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    writeSync(
      file,
      masters.map(({ number, bytes }) => `${number.toString()} ${bytes.toString('base64')}\n`).join(''),
    );
    fsyncSync(file);
    return masters;
  } finally {
    closeSync(file);
  }
};

/** What stands in the file; one new master in a new file when there is none. */
export const mastersIn = (path: string): Masters => {
  try {
    return readMasters(path);
  } catch (error) {
    if (isMissing(error)) return write(path, [{ number: 1, bytes: randomBytes(KEY_BYTES) }]);
    throw error;
  }
};

/**
 * A new newest master after those that are there; all of them or none is in the file at any moment. Throws when
 * `<path>.new` lies there: another is adding, or was stopped while it did.
 */
export const addMaster = (path: string): void => {
  const masters = readMasters(path);
  const newest = Math.max(...masters.map(({ number }) => number));
  write(`${path}.new`, [...masters, { number: newest + 1, bytes: randomBytes(KEY_BYTES) }]);
  renameSync(`${path}.new`, path);
};
