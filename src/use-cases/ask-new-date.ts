import { type Action, askNewDate as asking, grantNewDate as moved } from '../domain/action';
import { type NewDateReason } from '../domain/action-choices';
import { type Case } from '../domain/case';
import { dueProblem } from '../domain/due-date';
import { isFollowUp } from '../domain/incident';
import { type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { noticesToCoordinators } from './recipients';
import { type World } from './world';

type Asking = Asked & ActionKey & { readonly due: LocalDate; readonly reason: NewDateReason };

/** A private task's date is its owner's own to move: to ask for it would tell of the task. */
const decided = ({ due, reason, at }: Asking, action: Action, today: LocalDate) => {
  const kind = dueProblem(due, today);
  if (kind !== undefined) return err({ kind });
  return isFollowUp(action) ? moved(action, due) : asking(action, { due, reason, at });
};

/** The owner asks; the coordinator grants it (domain.md §9). The old date stands until then. */
export const askNewDate =
  (world: World) =>
  (asked: Asking): Promise<Result<Case, Refusal>> => {
    const { caseId, actionId } = asked;
    return changeAction(world, asked, {
      operation: 'ask-new-date',
      caseId,
      actionId,
      decide: ({ action }) => decided(asked, action, todayOf(world, asked)),
      errands: (action, kase) =>
        isFollowUp(action)
          ? []
          : noticesToCoordinators(asked, { kase, about: { kind: 'new-date-asked', actionId } }),
    });
  };
