import { type CaseId, systemCommandId } from '../domain/ids';
import { type Asked, factOf } from './asked';
import { type SealBroken } from './ports/common';
import { type World } from './world';

export const isSealBroken = (fault: unknown): fault is SealBroken =>
  fault instanceof Error && fault.name === 'SealBroken' && 'caseId' in fault;

/** Beside the event of the read, which says what was to be shown: none of it was, and why (security.md row 26). */
export const recordBrokenSeal = async (
  world: Pick<World, 'people' | 'derive'>,
  asked: Asked,
  caseId: CaseId,
): Promise<void> => {
  const commandId = systemCommandId(world.derive, ['seal-broken', asked.commandId]);
  const what = { operation: 'open-case', subject: caseId, caseId };
  const fact = factOf({ ...asked, commandId }, what, { allowed: false, rule: 'seal-broken' });
  await world.people.recordLookup({ by: asked.by, fact }, asked.within);
};
