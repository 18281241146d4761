import { type ReassignReason } from '../domain/action-choices';
import { reassign, relieved } from '../domain/hand-over';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { changeAction } from './change-action';
import { noticesTo } from './recipients';
import { shutOut } from './shut-out';
import { gave, type Gave, type Giving, givingTo, ownerProblem } from './task-owner';
import { type World } from './world';

type Reassigning = Giving & { readonly reason: ReassignReason };

/**
 * The coordinator gives it to somebody else, for a reason; whoever had it is told so, and the new owner that it is
 * theirs. What the one who had it was shown of the case, and may see no more, is taken out of their chat.
 */
export const reassignAction =
  (world: World) =>
  async (asked: Reassigning): Promise<Result<Gave, Refusal>> => {
    const { caseId, actionId, reason } = asked;
    const problem = await ownerProblem(world, asked, 'reassign-action');
    if (problem !== undefined) return ok({ problem });
    const done = await changeAction(world, asked, {
      ...{ operation: 'reassign-action', caseId, actionId },
      decide: (file, kase) => givingTo(world, asked, { file, kase, give: reassign(reason) }),
      errands: (after, kase, before) => [
        ...noticesTo(asked, [after.owner], { kase, about: { kind: 'new-action', actionId } }),
        ...noticesTo(asked, relieved(before, after), { kase, about: { kind: 'action-moved', actionId } }),
        shutOut(asked),
      ],
    });
    return gave(done);
  };
