import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { type Master, type Masters, mastersIn, readMasters } from './master-file';
import { programSecrets } from './program-secrets';
import { type Secrets } from './secrets';

const KEY_BYTES = 32;
/** RFC 3394's own initial value: unwrapping checks it. */
const WRAP_IV = Buffer.alloc(8, 0xa6);
const WRAP = 'id-aes256-wrap';

const prefixOf = ({ number }: Master): string => `local-${number.toString()}.`;

const derived = ({ bytes }: Master, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, '', `sent-ute/${label}/1`, KEY_BYTES));

const newestOf = (masters: Masters): Master => masters.at(-1) ?? masters[0];

const wrapUnder = (master: Master, data: Uint8Array): string => {
  const cipher = createCipheriv(WRAP, derived(master, 'wrap'), WRAP_IV);
  return prefixOf(master) + Buffer.concat([cipher.update(data), cipher.final()]).toString('base64url');
};

const unwrapUnder = (masters: Masters, wrapped: string): Buffer | undefined => {
  const master = masters.find(one => wrapped.startsWith(prefixOf(one)));
  if (master === undefined) return undefined;
  try {
    const decipher = createDecipheriv(WRAP, derived(master, 'wrap'), WRAP_IV);
    const data = decipher.update(wrapped.slice(prefixOf(master).length), 'base64url');
    const key = Buffer.concat([data, decipher.final()]);
    return key.length === KEY_BYTES ? key : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The secrets of a world on one machine: random master keys in a file, made when there is none, and a key for each
 * purpose derived from them. The file is read at every wrapping, so that a new master counts at once. Throws when
 * others than the owner may read it.
 */
export const localSecrets = (path: string): Secrets => {
  const [first] = mastersIn(path);
  const masters = (): Masters => readMasters(path);
  return {
    wrap: async key => Promise.resolve(wrapUnder(newestOf(masters()), key)),
    unwrap: async wrapped => Promise.resolve(unwrapUnder(masters(), wrapped)),
    isNewest: async wrapped => Promise.resolve(wrapped.startsWith(prefixOf(newestOf(masters())))),
    ...programSecrets({
      lookup: derived(first, 'lookup'),
      audit: derived(first, 'audit'),
      signing: derived(first, 'signing'),
    }),
  };
};
