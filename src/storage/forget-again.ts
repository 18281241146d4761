import { z } from 'zod';
import { CaseId } from '../ids';
import { type Within } from '../use-cases/ports/common';
import { CASE_ID, toCase } from './documents/case-document';
import { toPointer } from './documents/pointer-document';
import { casePartition } from './documents/stored';
import { type ErasedAgain } from './sealing/destroy-again';
import { KEYS_ID, toKeyFile } from './sealing/key-document';
import { type Shelves } from './shelves';

type Parts = Pick<Shelves, 'work' | 'index' | 'keys'>;

/** For one number. */
const STEP_MS = 60_000;
const step = (): Within => AbortSignal.timeout(STEP_MS);

/** From a number to its case; those from somebody's account to a person have a comma. */
const OfNumber = z
  .looseObject({ id: z.string().regex(/^identity:[^,]+$/), target: CaseId })
  .transform(document => ({ key: document.id, caseId: document.target, pointer: toPointer(document) }));
type OfNumber = z.infer<typeof OfNumber>;

/** Whether the number itself could still be read in its case; true where there is no case to ask. */
const isStillThere = async ({ work, keys }: Parts, { caseId }: OfNumber): Promise<boolean> => {
  const pk = casePartition(caseId);
  const { value } = await work.read({ id: CASE_ID, pk }, step());
  if (value === undefined) return true;
  const { origin } = toCase(value);
  const file = toKeyFile((await keys.read({ id: KEYS_ID, pk }, step())).value);
  return file?.entries.some(entry => entry.origin === origin && entry.section === 'B') ?? false;
};

/**
 * After the data was restored and the keys were not: forgets every number that nobody can read any more, so that it leads
 * to its case no longer. Nothing may run beside it. May be run again.
 */
export const forgetNumbersAgain = async (parts: Parts): Promise<ErasedAgain> => {
  const found = await parts.index.query({ where: 'true', values: {} }, step());
  const numbers = found.flatMap(document => OfNumber.safeParse(document).data ?? []);
  let erased = 0;
  for (const number of numbers) {
    if (await isStillThere(parts, number)) continue;
    const { key, pointer } = number;
    await parts.index.remove({ id: key, pk: key, version: pointer._etag }, step());
    erased += 1;
  }
  return { looked: numbers.length, erased };
};
