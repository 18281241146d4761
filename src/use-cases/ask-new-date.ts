import { askNewDate as asking, type NewDateReason } from '../domain/action';
import { type Case } from '../domain/case';
import { PAST_DATE, type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { coordinators, noticesTo } from './recipients';
import { type World } from './world';

type Asking = Asked & ActionKey & { readonly due: LocalDate; readonly reason: NewDateReason };

/** The owner asks; the coordinator grants it (domain.md §9). The old date stands until then. */
export const askNewDate =
  (world: World) =>
  (asked: Asking): Promise<Result<Case, Refusal>> => {
    const { caseId, actionId, due, reason } = asked;
    return changeAction(world, asked, {
      operation: 'ask-new-date',
      caseId,
      actionId,
      decide: action =>
        due < todayOf(world, asked) ? err(PAST_DATE) : asking(action, { due, reason, at: asked.at }),
      errands: async (_, kase) =>
        noticesTo(asked, await coordinators(world, asked), {
          kase,
          about: { kind: 'new-date-asked', actionId },
        }),
    });
  };
