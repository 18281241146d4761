import { hkdfSync } from 'node:crypto';
import { KEY_BYTES, unwrapKey, wrapKey } from './key-wrap';
import { type Master, type Masters, mastersIn, readMasters } from './master-file';
import { programSecrets } from './program-secrets';
import { type Secrets } from './secrets';

const prefixOf = ({ number }: Master): string => `local-${number.toString()}.`;

const derived = ({ bytes }: Master, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, '', `sent-ute/${label}/1`, KEY_BYTES));

const newestOf = (masters: Masters): Master => masters.at(-1) ?? masters[0];

const wrapUnder = (master: Master, data: Uint8Array): string =>
  prefixOf(master) + wrapKey(derived(master, 'wrap'), data);

const unwrapUnder = (masters: Masters, wrapped: string): Buffer | undefined => {
  const master = masters.find(one => wrapped.startsWith(prefixOf(one)));
  return master && unwrapKey(derived(master, 'wrap'), wrapped.slice(prefixOf(master).length));
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
