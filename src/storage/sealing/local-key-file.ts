import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type Digest } from '../../audit/event';
import { type Secrets } from './secrets';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
/** RFC 3394's own initial value: unwrapping checks it. */
const WRAP_IV = Buffer.alloc(8, 0xa6);
const WRAP = 'id-aes256-wrap';
const PREFIX = 'local-1.';

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const readMaster = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    const mode = fstatSync(file).mode & 0o777;
    if ((mode & ~OWNER_ONLY) !== 0)
      throw new Error(`${path} may be read by others (mode ${mode.toString(8)}): run chmod 600 on it`);
    const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (master.length !== KEY_BYTES)
      throw new Error(`${path} does not hold a key of ${KEY_BYTES.toString()} bytes`);
    return master;
  } finally {
    closeSync(file);
  }
};

/** `wx`: a file that came in between is never overwritten, for the key in it may be all that opens the data. */
const createMaster = (path: string): Buffer => {
  const master = randomBytes(KEY_BYTES);
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    writeSync(file, `${master.toString('base64')}\n`);
    fsyncSync(file);
    return master;
  } finally {
    closeSync(file);
  }
};

const masterIn = (path: string): Buffer => {
  try {
    return readMaster(path);
  } catch (error) {
    if (isMissing(error)) return createMaster(path);
    throw error;
  }
};

const derived = (master: Buffer, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `sent-ute/${label}/1`, KEY_BYTES));

const digestUnder =
  (key: Buffer): Digest =>
  text =>
    createHmac('sha256', key).update(text).digest('hex');

const wrapUnder = (key: Buffer, data: Uint8Array): string => {
  const cipher = createCipheriv(WRAP, key, WRAP_IV);
  return PREFIX + Buffer.concat([cipher.update(data), cipher.final()]).toString('base64');
};

const unwrapUnder = (key: Buffer, wrapped: string): Buffer => {
  if (!wrapped.startsWith(PREFIX)) throw new Error('this key was wrapped by another key');
  const decipher = createDecipheriv(WRAP, key, WRAP_IV);
  return Buffer.concat([decipher.update(wrapped.slice(PREFIX.length), 'base64'), decipher.final()]);
};

/**
 * The secrets of a world on one machine: one random master key in a file, made when there is none, and a key for
 * each purpose derived from it. Throws when others than the owner may read the file.
 */
export const localSecrets = (path: string): Secrets => {
  const master = masterIn(path);
  const wrapping = derived(master, 'wrap');
  return {
    wrap: async key => Promise.resolve(wrapUnder(wrapping, key)),
    unwrap: async wrapped => Promise.resolve(unwrapUnder(wrapping, wrapped)),
    lookupDigest: digestUnder(derived(master, 'lookup')),
    auditDigest: digestUnder(derived(master, 'audit')),
  };
};
