import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { mayReadTask } from '../policy/visible-incidents';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookAtCase } from './lookup';
import { type World } from './world';

export type CaseTasks = { readonly kase: Case; readonly actions: readonly Action[] };

/**
 * To the coordinator, whose the process of a case is: its tasks that are still to be done, soonest first, but for those
 * they are not to know of. Everybody else has a list of their own.
 */
export const listCaseActions =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<CaseTasks, Refusal>> => {
    const { by, caseId, within } = asked;
    const mayOpen = (kase: Case, action: Action): boolean =>
      may(by.person, { about: 'action', ask: 'open-action', kase, action }) &&
      mayReadTask(by.person, kase, { task: action, today: todayOf(world, asked) });
    return lookAtCase(world, asked, {
      operation: 'list-case-actions',
      caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'list-case-actions', kase }),
      shows: () => [],
      answer: async ({ kase }) => {
        const pending = kase.actions.filter(({ state }) => state === 'open' || state === 'blocked');
        const files = await Promise.all(pending.map(({ id }) => world.cases.action(caseId, id, within)));
        const actions = files
          .flatMap(file => (file === undefined ? [] : [file.action]))
          .filter(action => mayOpen(kase, action))
          .sort((one, other) => one.due.localeCompare(other.due));
        return { kase, actions };
      },
    });
  };
