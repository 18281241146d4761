import { randomBytes } from 'node:crypto';
import { type CaseId } from '../../domain/ids';
import { type Within } from '../../use-cases/ports/common';
import { jitter } from '../database/bounded';
import { type Shelf } from '../database/shelf';
import { casePartition } from '../documents/stored';
import { storageFault } from '../faults';
import { type CaseKey, type CaseKeys } from './case-key';
import { type KeyEntry, keyDocument, type KeyFile, KEYS_ID, toKeyFile } from './key-document';
import { KEY_BYTES, wrapKey } from './key-wrap';
import { type Slot } from './sealing';

export type FileParts = { readonly shelf: Shelf; readonly caseKeys: CaseKeys };
/** The entries as they are to lie, over the document as it was read; its case key stays as it is. */
type Storing = {
  readonly caseId: CaseId;
  readonly file: KeyFile | undefined;
  readonly caseKey: string;
  readonly entries: readonly KeyEntry[];
};

const ID_BYTES = 8;
const MOST_ATTEMPTS = 8;

export const sameSlot = (one: Slot, other: Slot): boolean =>
  one.origin === other.origin && one.section === other.section;

export const fileOf = async (
  { shelf }: Pick<FileParts, 'shelf'>,
  caseId: CaseId,
  within: Within,
): Promise<KeyFile | undefined> =>
  toKeyFile((await shelf.read({ id: KEYS_ID, pk: casePartition(caseId) }, within)).value);

/** False when somebody else changed the key document first. */
const store = async (
  { shelf }: FileParts,
  { caseId, file, caseKey, entries }: Storing,
  within: Within,
): Promise<boolean> => {
  const document = keyDocument(caseId, { caseKey, entries });
  const { value } = await (file === undefined
    ? shelf.create(document, within)
    : shelf.replace(document, file.version, within));
  return value !== undefined;
};

const made = ({ bytes }: CaseKey, slot: Slot): KeyEntry => ({
  ...slot,
  id: randomBytes(ID_BYTES).toString('hex'),
  wrapped: wrapKey(bytes, randomBytes(KEY_BYTES)),
});

/** The case key of the document that was read; a new one where there is none yet. */
const caseKeyOf = (
  { caseKeys }: FileParts,
  { caseId, file }: { readonly caseId: CaseId; readonly file: KeyFile | undefined },
  within: Within,
): Promise<CaseKey> =>
  file === undefined ? caseKeys.make(caseId, within) : caseKeys.open(caseId, file.caseKey, within);

/** Tries until somebody's try holds: `undefined` says that somebody else was first. */
const untilStored = async <T>(
  attempt: () => Promise<T | undefined>,
  doing: string,
  within: Within,
): Promise<T> => {
  for (let tries = 0; tries < MOST_ATTEMPTS; tries += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
    await jitter(tries, within);
  }
  throw storageFault(doing);
};

type Ensuring = { readonly caseId: CaseId; readonly slots: readonly Slot[] };

/** The key document with an entry for each slot, whoever made it. */
export const ensured = (
  parts: FileParts,
  { caseId, slots }: Ensuring,
  within: Within,
): Promise<Pick<KeyFile, 'caseKey' | 'entries'>> =>
  untilStored(
    async () => {
      const file = await fileOf(parts, caseId, within);
      const before = file?.entries ?? [];
      const missing = slots.filter(slot => !before.some(entry => sameSlot(entry, slot)));
      if (file !== undefined && missing.length === 0) return file;
      const key = await caseKeyOf(parts, { caseId, file }, within);
      const entries = [...before, ...missing.map(slot => made(key, slot))];
      const kept = { caseId, file, caseKey: key.wrapped, entries };
      return (await store(parts, kept, within)) ? { caseKey: key.wrapped, entries } : undefined;
    },
    'making keys',
    within,
  );

type Destroying = {
  readonly caseId: CaseId;
  readonly isDoomed: (entry: KeyEntry) => boolean;
  /** Told before they go: what is lost on the way back must not stay in memory. */
  readonly forget: (entries: readonly KeyEntry[]) => void;
};

/** Takes these entries out, for good. */
export const takeOut = (
  parts: FileParts,
  { caseId, isDoomed, forget }: Destroying,
  within: Within,
): Promise<'done'> =>
  untilStored(
    async () => {
      const file = await fileOf(parts, caseId, within);
      const doomed = file?.entries.filter(isDoomed) ?? [];
      if (file === undefined || doomed.length === 0) return 'done';
      forget(doomed);
      const entries = file.entries.filter(entry => !isDoomed(entry));
      const kept = { caseId, file, caseKey: file.caseKey, entries };
      return (await store(parts, kept, within)) ? 'done' : undefined;
    },
    'destroying keys',
    within,
  );

/** Takes the whole document away, the key that wraps the others with it, whoever changes it meanwhile. */
export const takeAway = (
  parts: FileParts,
  { caseId, forget }: Pick<Destroying, 'caseId' | 'forget'>,
  within: Within,
): Promise<'done'> =>
  untilStored(
    async () => {
      const file = await fileOf(parts, caseId, within);
      if (file === undefined) return 'done';
      forget(file.entries);
      parts.caseKeys.forget(caseId);
      const { version } = file;
      await parts.shelf.remove({ id: KEYS_ID, pk: casePartition(caseId), version }, within);
      return (await fileOf(parts, caseId, within)) === undefined ? 'done' : undefined;
    },
    'destroying keys',
    within,
  );
