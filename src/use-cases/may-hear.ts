import { type Action } from '../domain/action';
import { type Case, isEnded } from '../domain/case';
import { type Person } from '../domain/people';
import { may } from '../policy/may';
import { type Asked } from './asked';
import { type World } from './world';

/** Whether a case concerns someone, now: a doorbell rings only for those who may open the door. */
export const mayHear = (person: Person, kase: Case): boolean =>
  may(person, { about: 'case', ask: 'open-case', kase });

/**
 * Of these tasks, in their order, the ones whose case goes on and concerns the asker: a disqualified person's list
 * does not hold it, and after an end the work has stopped.
 */
export const heardOf = async (
  { cases }: Pick<World, 'cases'>,
  { by, within }: Pick<Asked, 'by' | 'within'>,
  actions: readonly Action[],
): Promise<readonly Action[]> => {
  const files = await Promise.all(actions.map(({ caseId }) => cases.load(caseId, within)));
  return actions.filter((_, place) => {
    const kase = files[place]?.kase;
    return kase !== undefined && !isEnded(kase) && mayHear(by.person, kase);
  });
};
