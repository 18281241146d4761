import { z } from 'zod';
import { isCaseCode, spellCode } from '../domain/code';
import { type CaseId, noCaseId } from '../domain/ids';
import { type Asked } from '../use-cases/asked';
import { type World } from '../use-cases/world';

/** A case by the code somebody wrote. */
export const OfCode = z.object({ code: z.string().max(24).transform(spellCode).pipe(z.string()) });

/** A code that is nobody's leads to an id no case has: it reads, and costs, like a case that is not yours (design.md §2). */
export const caseOf = async ({ cases, derive }: World, { within }: Asked, code: string): Promise<CaseId> => {
  const found = isCaseCode(code) ? await cases.idOf(code, within) : undefined;
  return found ?? noCaseId(derive, code);
};
