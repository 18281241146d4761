import { cancel } from '../domain/action';
import { type CancelTaskReason } from '../domain/action-choices';
import { type Case } from '../domain/case';
import { type PersonId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { noticesTo } from './recipients';
import { type World } from './world';

type Cancelling = Asked & ActionKey & { readonly reason: CancelTaskReason };
type Doing = { readonly owner: PersonId; readonly standIn?: PersonId };
const doersOf = ({ owner, standIn }: Doing): readonly PersonId[] =>
  standIn === undefined ? [owner] : [owner, standIn];

/** By the coordinator; whoever was to do it is told that they need not. */
export const cancelAction =
  (world: World) =>
  (asked: Cancelling): Promise<Result<Case, Refusal>> => {
    const { caseId, actionId, reason } = asked;
    return changeAction(world, asked, {
      ...{ operation: 'cancel-action', caseId, actionId },
      decide: ({ action }) => cancel(action, reason),
      errands: (action, kase) =>
        noticesTo(asked, doersOf(action), { kase, about: { kind: 'action-cancelled', actionId } }),
    });
  };
