import { grantNewDate as granted } from '../domain/action';
import { type Case } from '../domain/case';
import { dueProblem } from '../domain/due-date';
import { type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { noticesTo } from './recipients';
import { type World } from './world';

/** The date that was asked for, or another; the owner is told. */
export const grantNewDate =
  (world: World) =>
  (asked: Asked & ActionKey & { readonly due: LocalDate }): Promise<Result<Case, Refusal>> => {
    const { caseId, actionId, due } = asked;
    return changeAction(world, asked, {
      operation: 'grant-new-date',
      caseId,
      actionId,
      decide: ({ action }) => {
        const kind = dueProblem(due, todayOf(world, asked));
        return kind === undefined ? granted(action, due) : err({ kind });
      },
      errands: ({ owner }, kase) =>
        Promise.resolve(noticesTo(asked, [owner], { kase, about: { kind: 'new-date-granted', actionId } })),
    });
  };
