import { type MuteReason } from '../domain/action-choices';
import { type Case } from '../domain/case';
import { mute, muteProblem, unmute } from '../domain/mute';
import { PAST_DATE, type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { type World } from './world';

type Muting = Asked & ActionKey & { readonly until: LocalDate; readonly reason: MuteReason };

/** Whoever does it hears nothing of it until a day (domain.md §9, ours); everybody else hears as before. */
export const muteAction =
  (world: World) =>
  (asked: Muting): Promise<Result<Case, Refusal>> => {
    const { until, reason } = asked;
    const by = asked.by.person.id;
    const problem = muteProblem({ until, today: todayOf(world, asked) });
    return changeAction(world, asked, {
      operation: 'mute-action',
      caseId: asked.caseId,
      actionId: asked.actionId,
      decide: ({ action }) =>
        problem === undefined ? mute(action, { by, until, reason }, world.calendar) : err(PAST_DATE),
    });
  };

export const unmuteAction =
  (world: World) =>
  (asked: Asked & ActionKey): Promise<Result<Case, Refusal>> =>
    changeAction(world, asked, {
      operation: 'mute-action',
      caseId: asked.caseId,
      actionId: asked.actionId,
      decide: ({ action }) => unmute(action, asked.by.person.id),
    });
