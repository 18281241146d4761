import { type CaseId } from '../../domain/ids';
import { type Within } from '../../use-cases/ports/common';
import { type Shelf } from '../database/shelf';
import { sealBroken } from '../faults';
import { agingCache, type AgingCache, type CacheBounds } from './aging-cache';
import { type CaseKey, caseKeysIn } from './case-key';
import { type KeyEntry, KEYS_ID } from './key-document';
import { ensured, fileOf, type FileParts, sameSlot, takeAway, takeOut } from './key-files';
import { unwrapKey } from './key-wrap';
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

/** The data keys of the cases: one for each slot, wrapped by the case's own key in its key document, open only here. */
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
  /** The keys of these slots, whatever they sealed. */
  readonly destroySlots: (caseId: CaseId, slots: readonly Slot[], within: Within) => Promise<void>;
  /** All keys of a case: one that never came to be, or that is kept no longer. */
  readonly destroyAll: (caseId: CaseId, within: Within) => Promise<void>;
  /** The slots that have a key. */
  readonly slotsOf: (caseId: CaseId, within: Within) => Promise<readonly Slot[]>;
};

type Parts = FileParts & { readonly cache: AgingCache<DataKey> };

const nameOf = (caseId: CaseId, { origin, section }: Slot): string => `${caseId}|${origin}|${section}`;
const defined = <T>(value: T | undefined): value is T => value !== undefined;

const unwrapped = (caseId: CaseId, { bytes: under }: CaseKey, { id, wrapped }: KeyEntry): DataKey => {
  const bytes = unwrapKey(under, wrapped);
  if (bytes === undefined) throw sealBroken({ caseId, documentId: KEYS_ID });
  return { id, bytes };
};

type Wrapped = {
  readonly caseId: CaseId;
  readonly caseKey: string;
  readonly entries: readonly KeyEntry[];
};

/** The case key is opened once for all of them, and not at all when they are known. */
const opened = async (
  { caseKeys, cache }: Parts,
  { caseId, caseKey, entries }: Wrapped,
  within: Within,
): Promise<readonly DataKey[]> => {
  const known = entries.map(entry => {
    const key = cache.get(nameOf(caseId, entry));
    return key?.id === entry.id ? key : undefined;
  });
  if (known.every(defined)) return known;
  const under = await caseKeys.open(caseId, caseKey, within);
  return entries.map((entry, place) => {
    const key = known[place] ?? unwrapped(caseId, under, entry);
    cache.put(nameOf(caseId, entry), key);
    return key;
  });
};

const sealing =
  (parts: Parts): Keys['toSeal'] =>
  async ({ caseId, slots, along = [], fresh = false }, within) => {
    const known = fresh ? [] : slots.map(slot => parts.cache.get(nameOf(caseId, slot))).filter(defined);
    if (known.length === slots.length) return known;
    const wanted = [...slots, ...along];
    const { caseKey, entries } = await ensured(parts, { caseId, slots: wanted }, within);
    const found = wanted.map(slot => entries.find(entry => sameSlot(entry, slot))).filter(defined);
    return (await opened(parts, { caseId, caseKey, entries: found }, within)).slice(0, slots.length);
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
    const file = await fileOf(parts, caseId, within);
    if (file === undefined) return [];
    if (wanted.some(slot => isForeign(file.entries, slot))) throw sealBroken({ caseId, documentId: KEYS_ID });
    const entries = file.entries.filter(entry => wanted.some(({ keyId }) => keyId === entry.id));
    return opened(parts, { caseId, caseKey: file.caseKey, entries }, within);
  };

const forgetting =
  ({ cache }: Parts, caseId: CaseId) =>
  (entries: readonly KeyEntry[]): void => {
    entries.forEach(entry => {
      cache.drop(nameOf(caseId, entry));
    });
  };

type Doomed = { readonly caseId: CaseId; readonly isDoomed: (entry: KeyEntry) => boolean };

const takingOut = async (parts: Parts, { caseId, isDoomed }: Doomed, within: Within): Promise<void> => {
  await takeOut(parts, { caseId, isDoomed, forget: forgetting(parts, caseId) }, within);
};

type Ending = Pick<Keys, 'destroy' | 'destroySlots' | 'destroyAll' | 'slotsOf'>;

const ending = (parts: Parts): Ending => ({
  destroy: async ({ caseId, keyIds }, within) => {
    const isDoomed = ({ id }: KeyEntry): boolean => keyIds.includes(id);
    if (keyIds.length > 0) await takingOut(parts, { caseId, isDoomed }, within);
  },
  destroySlots: (caseId, slots, within) =>
    takingOut(parts, { caseId, isDoomed: entry => slots.some(slot => sameSlot(slot, entry)) }, within),
  destroyAll: async (caseId, within) => {
    await takeAway(parts, { caseId, forget: forgetting(parts, caseId) }, within);
  },
  slotsOf: async (caseId, within) =>
    ((await fileOf(parts, caseId, within))?.entries ?? []).map(({ origin, section }) => ({
      origin,
      section,
    })),
});

/** Open keys stay in memory only within these bounds. */
export const keysIn = (
  shelf: Shelf,
  secrets: Pick<Secrets, 'wrap' | 'unwrap'>,
  bounds: CacheBounds,
): Keys => {
  const parts = { shelf, caseKeys: caseKeysIn(secrets, bounds), cache: agingCache<DataKey>(bounds) };
  return {
    toSeal: sealing(parts),
    toOpen: opening(parts),
    ...ending(parts),
  };
};
