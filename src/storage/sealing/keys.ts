import { randomBytes } from 'node:crypto';
import { type CaseId } from '../../domain/ids';
import { type Within } from '../../use-cases/ports/common';
import { jitter } from '../database/bounded';
import { type Shelf } from '../database/shelf';
import { casePartition } from '../documents/stored';
import { sealBroken, storageFault } from '../faults';
import { agingCache, type AgingCache, type CacheBounds } from './aging-cache';
import { type KeyEntry, keyDocument, type KeyFile, KEYS_ID, toKeyFile } from './key-document';
import { type DataKey, type Slot } from './sealing';
import { type Secrets } from './secrets';

type Sealing = {
  readonly caseId: CaseId;
  readonly slots: readonly Slot[];
  /** Made, and opened, in the same breath: they are wanted soon. */
  readonly along?: readonly Slot[];
  /** Asks the database even for what is known here: where another replica may have erased since. */
  readonly fresh?: boolean;
};
type Opening = { readonly caseId: CaseId; readonly wanted: readonly (Slot & { readonly keyId: string })[] };
type Destroying = { readonly caseId: CaseId; readonly keyIds: readonly string[] };

/** The data keys of the cases: one for each slot, wrapped in the case's key document, open only here. */
export type Keys = {
  /** The key of each slot, in the same order; makes those there are none of, before anything is sealed by them. */
  readonly toSeal: (sealing: Sealing, within: Within) => Promise<readonly DataKey[]>;
  /**
   * Those that are still there; a key that was destroyed is simply not among them. Throws SealBroken when one does not
   * open, and for a key of a slot that has another now.
   */
  readonly toOpen: (opening: Opening, within: Within) => Promise<readonly DataKey[]>;
  /** For good. Nothing that they sealed can be read again, here or in any copy. */
  readonly destroy: (destroying: Destroying, within: Within) => Promise<void>;
  /** All keys of a case that never came to be. */
  readonly destroyAll: (caseId: CaseId, within: Within) => Promise<void>;
};

type Parts = {
  readonly shelf: Shelf;
  readonly secrets: Pick<Secrets, 'wrap' | 'unwrap'>;
  readonly cache: AgingCache<DataKey>;
};

const KEY_BYTES = 32;
const ID_BYTES = 8;
const MOST_ATTEMPTS = 8;

const sameSlot = (one: Slot, other: Slot): boolean =>
  one.origin === other.origin && one.section === other.section;
const nameOf = (caseId: CaseId, { origin, section }: Slot): string => `${caseId}|${origin}|${section}`;
const defined = <T>(value: T | undefined): value is T => value !== undefined;

const fileOf = async ({ shelf }: Parts, caseId: CaseId, within: Within): Promise<KeyFile> =>
  toKeyFile((await shelf.read({ id: KEYS_ID, pk: casePartition(caseId) }, within)).value);

/** False when somebody else changed the key document first. */
const store = async (
  { shelf }: Parts,
  change: { readonly caseId: CaseId; readonly file: KeyFile; readonly entries: readonly KeyEntry[] },
  within: Within,
): Promise<boolean> => {
  const document = keyDocument(change.caseId, change.entries);
  const { version } = change.file;
  const { value } = await (version === undefined
    ? shelf.create(document, within)
    : shelf.replace(document, version, within));
  return value !== undefined;
};

const made = async ({ secrets }: Parts, slot: Slot, within: Within): Promise<KeyEntry> => ({
  ...slot,
  id: randomBytes(ID_BYTES).toString('hex'),
  wrapped: await secrets.wrap(randomBytes(KEY_BYTES), within),
});

const missingFrom = ({ entries }: KeyFile, slots: readonly Slot[]): readonly Slot[] =>
  slots.filter(slot => !entries.some(entry => sameSlot(entry, slot)));

/** The key document with an entry for each slot, whoever made it. */
const ensured = async (
  parts: Parts,
  { caseId, slots, along = [] }: Sealing,
  within: Within,
): Promise<KeyFile> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const file = await fileOf(parts, caseId, within);
    const missing = missingFrom(file, [...slots, ...along]);
    if (missing.length === 0) return file;
    const added = await Promise.all(missing.map(slot => made(parts, slot, within)));
    const entries = [...file.entries, ...added];
    if (await store(parts, { caseId, file, entries }, within)) return { entries };
    await jitter(attempt, within);
  }
  throw storageFault('making keys');
};

type Wrapped = { readonly caseId: CaseId; readonly entry: KeyEntry };

const unwrapped = async (parts: Parts, { caseId, entry }: Wrapped, within: Within): Promise<DataKey> => {
  const name = nameOf(caseId, entry);
  const known = parts.cache.get(name);
  if (known?.id === entry.id) return known;
  const bytes = await parts.secrets.unwrap(entry.wrapped, within);
  if (bytes === undefined) throw sealBroken({ caseId, documentId: KEYS_ID });
  const key = { id: entry.id, bytes };
  parts.cache.put(name, key);
  return key;
};

const sealing =
  (parts: Parts): Keys['toSeal'] =>
  async (asked, within) => {
    const { caseId, slots, along = [], fresh = false } = asked;
    const known = fresh ? [] : slots.map(slot => parts.cache.get(nameOf(caseId, slot))).filter(defined);
    if (known.length === slots.length) return known;
    const { entries } = await ensured(parts, asked, within);
    const found = [...slots, ...along]
      .map(slot => entries.find(entry => sameSlot(entry, slot)))
      .filter(defined);
    const keys = await Promise.all(found.map(entry => unwrapped(parts, { caseId, entry }, within)));
    return keys.slice(0, slots.length);
  };

/** A slot has one key at a time: what names another was erased before, or never was. */
const isForeign = (entries: readonly KeyEntry[], slot: Slot & { readonly keyId: string }): boolean =>
  entries.some(entry => sameSlot(entry, slot)) && !entries.some(({ id }) => id === slot.keyId);

const opening =
  (parts: Parts): Keys['toOpen'] =>
  async ({ caseId, wanted }, within) => {
    const known = wanted
      .map(slot => ({ slot, key: parts.cache.get(nameOf(caseId, slot)) }))
      .flatMap(({ slot, key }) => (key?.id === slot.keyId ? [key] : []));
    if (known.length === wanted.length) return known;
    const { entries } = await fileOf(parts, caseId, within);
    if (wanted.some(slot => isForeign(entries, slot))) throw sealBroken({ caseId, documentId: KEYS_ID });
    const found = entries.filter(entry => wanted.some(({ keyId }) => keyId === entry.id));
    return Promise.all(found.map(entry => unwrapped(parts, { caseId, entry }, within)));
  };

const destroying =
  (parts: Parts): Keys['destroy'] =>
  async ({ caseId, keyIds }, within) => {
    for (let attempt = 0; keyIds.length > 0 && attempt < MOST_ATTEMPTS; attempt += 1) {
      const file = await fileOf(parts, caseId, within);
      const [doomed, entries] = [
        file.entries.filter(({ id }) => keyIds.includes(id)),
        file.entries.filter(({ id }) => !keyIds.includes(id)),
      ];
      doomed.forEach(entry => {
        parts.cache.drop(nameOf(caseId, entry));
      });
      if (doomed.length === 0 || (await store(parts, { caseId, file, entries }, within))) return;
      await jitter(attempt, within);
    }
    if (keyIds.length > 0) throw storageFault('destroying keys');
  };

const destroyingAll =
  (parts: Parts): Keys['destroyAll'] =>
  async (caseId, within) => {
    const { entries, version } = await fileOf(parts, caseId, within);
    entries.forEach(entry => {
      parts.cache.drop(nameOf(caseId, entry));
    });
    if (version !== undefined)
      await parts.shelf.remove({ id: KEYS_ID, pk: casePartition(caseId), version }, within);
  };

/** Open keys stay in memory only within these bounds. */
export const keysIn = (shelf: Shelf, secrets: Parts['secrets'], bounds: CacheBounds): Keys => {
  const parts = { shelf, secrets, cache: agingCache<DataKey>(bounds) };
  return {
    toSeal: sealing(parts),
    toOpen: opening(parts),
    destroy: destroying(parts),
    destroyAll: destroyingAll(parts),
  };
};
