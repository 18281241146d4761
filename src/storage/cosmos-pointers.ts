import { type CaseId } from '../domain/ids';
import { CaseId as CaseIdSchema } from '../ids';
import { type Within } from '../use-cases/ports/common';
import { type Pointers } from '../use-cases/ports/drafts';
import { type Timed } from '../use-cases/ports/outbox';
import { CASE_ID } from './documents/case-document';
import { pointerDocument, toPointer } from './documents/pointer-document';
import { casePartition } from './documents/stored';
import { storageFault } from './faults';
import { type Secrets } from './sealing/secrets';
import { type Shelves } from './shelves';

export type PointerParts = {
  readonly shelves: Pick<Shelves, 'index' | 'work'>;
  readonly secrets: Pick<Secrets, 'lookupDigest'>;
};

/** Longer than any turn lives: who pointed here before that and has no case will not get one. */
const STILL_SUBMITTING_S = 60;

export const codeKey = (code: string): string => `code:${code}`;
type Numbered = Parameters<Pointers['releaseNumber']>[0];
/** The number itself is nowhere: only who knows the lookup key and the number finds it again, within one agency. */
const numberKey = ({ secrets }: PointerParts, { agency, number }: Numbered): string =>
  `identity:${secrets.lookupDigest(`number|${agency}|${number.replaceAll(' ', '')}`)}`;

type Pointed = Timed<ReturnType<typeof toPointer> | undefined>;
const pointerAt = async ({ shelves }: PointerParts, key: string, within: Within): Promise<Pointed> => {
  const { value, now } = await shelves.index.read({ id: key, pk: key }, within);
  return { value: value === undefined ? undefined : toPointer(value), now };
};

/** True when the key now stands for this case, whoever wrote that. */
const claim = async (
  parts: PointerParts,
  { key, caseId }: { readonly key: string; readonly caseId: CaseId },
  within: Within,
): Promise<boolean> => {
  const created = await parts.shelves.index.create(pointerDocument(key, caseId), within);
  if (created.value !== undefined) return true;
  return (await pointerAt(parts, key, within)).value?.target === caseId;
};

const isAbandoned = async (
  { shelves }: PointerParts,
  { value, now }: Pointed,
  within: Within,
): Promise<boolean> => {
  if (value === undefined || Date.parse(now) / 1_000 - value._ts < STILL_SUBMITTING_S) return false;
  const pk = casePartition(CaseIdSchema.parse(value.target));
  return (await shelves.work.read({ id: CASE_ID, pk }, within)).value === undefined;
};

/** The pointer to a case that never came to be is completed by the next who needs it. */
const claimingNumber =
  (parts: PointerParts): Pointers['claimNumber'] =>
  async (numbered, within) => {
    const key = numberKey(parts, numbered);
    if (await claim(parts, { key, caseId: numbered.caseId }, within)) return numbered.caseId;
    const found = await pointerAt(parts, key, within);
    if (found.value === undefined) throw storageFault('claiming a number');
    if (!(await isAbandoned(parts, found, within))) return CaseIdSchema.parse(found.value.target);
    const mine = pointerDocument(key, numbered.caseId);
    const taken = await parts.shelves.index.replace(mine, found.value._etag, within);
    if (taken.value !== undefined) return numbered.caseId;
    return CaseIdSchema.parse((await pointerAt(parts, key, within)).value?.target);
  };

/** Codes and numbers in Cosmos: one document a key, so that a key is claimed once. */
export const cosmosPointers = (parts: PointerParts): Pointers => ({
  claimCode: (code, caseId, within) => claim(parts, { key: codeKey(code), caseId }, within),
  claimNumber: claimingNumber(parts),
  releaseNumber: async (numbered, within) => {
    const key = numberKey(parts, numbered);
    const { value } = await pointerAt(parts, key, within);
    if (value?.target !== numbered.caseId) return;
    await parts.shelves.index.remove({ id: key, pk: key, version: value._etag }, within);
  },
});
