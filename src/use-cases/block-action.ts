import { block } from '../domain/action';
import { type GapCategory } from '../domain/action-choices';
import { type Case } from '../domain/case';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { type World } from './world';

/** What stands in the way shows a gap between the services. */
export const blockAction =
  (world: World) =>
  (asked: Asked & ActionKey & { readonly gap: GapCategory }): Promise<Result<Case, Refusal>> =>
    changeAction(world, asked, {
      operation: 'block-action',
      caseId: asked.caseId,
      actionId: asked.actionId,
      decide: ({ action }) => block(action, asked.gap),
      asksOn: true,
    });
