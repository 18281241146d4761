import { z } from 'zod';
import { CaseId } from '../ids';
import { type Within } from '../use-cases/ports/common';
import { CASE_ID, toCaseFile } from './documents/case-document';
import { toPointer } from './documents/pointer-document';
import { casePartition } from './documents/stored';
import { type ErasedAgain, isOfCase } from './sealing/destroy-again';
import { KEYS_ID, toKeyFile } from './sealing/key-document';
import { keyIdOf } from './sealing/sealing';
import { type Shelves } from './shelves';

type Parts = Pick<Shelves, 'work' | 'index' | 'keys'>;

/** For one number. */
const STEP_MS = 60_000;
const step = (): Within => AbortSignal.timeout(STEP_MS);
const every = { where: 'true', values: {} };

/** From a number to its case; those from somebody's account to a person have a comma. */
const OfNumber = z
  .looseObject({ id: z.string().regex(/^identity:[^,]+$/), target: CaseId })
  .transform(document => ({ key: document.id, caseId: document.target, pointer: toPointer(document) }));
type OfNumber = z.infer<typeof OfNumber>;

/** Whether the number itself could still be read in its case, under the very key it lies under; true without a case. */
const isStillThere = async ({ work, keys }: Parts, { caseId }: OfNumber): Promise<boolean> => {
  const pk = casePartition(caseId);
  const { value } = await work.read({ id: CASE_ID, pk }, step());
  if (value === undefined) return true;
  const { kase, sealed } = toCaseFile(value);
  const piece = sealed.find(({ origin, section }) => origin === kase.origin && section === 'B');
  const file = toKeyFile((await keys.read({ id: KEYS_ID, pk }, step())).value);
  return file?.entries.some(({ id }) => piece !== undefined && id === keyIdOf(piece.box)) ?? false;
};

/** Throws where no case has any key: those of another account, or of none, say nothing of these numbers. */
const holdsKeys = async ({ keys }: Parts): Promise<void> => {
  const found = await keys.query({ ...every, select: ['id', 'pk'] }, step());
  if (!found.some(isOfCase))
    throw new Error('No case has a key here: are these the keys that belong to the data?');
};

/**
 * After the data was restored and the keys were not: forgets every number that nobody can read any more, so that it leads
 * to its case no longer; only counts them unless told to. Nothing may run beside it. May be run again.
 */
export const forgetNumbersAgain = async (parts: Parts, isMeant: boolean): Promise<ErasedAgain> => {
  const found = await parts.index.query(every, step());
  const numbers = found.flatMap(document => OfNumber.safeParse(document).data ?? []);
  if (numbers.length > 0) await holdsKeys(parts);
  let erased = 0;
  for (const number of numbers) {
    if (await isStillThere(parts, number)) continue;
    const { key, pointer } = number;
    if (isMeant) await parts.index.remove({ id: key, pk: key, version: pointer._etag }, step());
    erased += 1;
  }
  return { looked: numbers.length, erased };
};
