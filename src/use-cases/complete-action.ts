import { complete } from '../domain/action';
import { type ActionOutcome } from '../domain/action-choices';
import { type Case } from '../domain/case';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { type World } from './world';

export const completeAction =
  (world: World) =>
  (asked: Asked & ActionKey & { readonly outcome: ActionOutcome }): Promise<Result<Case, Refusal>> =>
    changeAction(world, asked, {
      operation: 'complete-action',
      caseId: asked.caseId,
      actionId: asked.actionId,
      decide: ({ action }) => complete(action, { outcome: asked.outcome }, asked.at),
    });
