import { giveTo, relieved } from '../domain/hand-over';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { changeAction } from './change-action';
import { noticesTo } from './recipients';
import { gave, type Gave, type Giving, givingTo, ownerProblem } from './task-owner';
import { type World } from './world';

/** The coordinator gives it to somebody else; whoever had it is told so, and the new owner that it is theirs. */
export const reassignAction =
  (world: World) =>
  async (asked: Giving): Promise<Result<Gave, Refusal>> => {
    const { caseId, actionId } = asked;
    const problem = await ownerProblem(world, asked, 'reassign-action');
    if (problem !== undefined) return ok({ problem });
    const done = await changeAction(world, asked, {
      ...{ operation: 'reassign-action', caseId, actionId },
      decide: (file, kase) => givingTo(world, asked, { file, kase, give: giveTo }),
      errands: (after, kase, before) => [
        ...noticesTo(asked, [after.owner], { kase, about: { kind: 'new-action', actionId } }),
        ...noticesTo(asked, relieved(before, after), { kase, about: { kind: 'action-moved', actionId } }),
      ],
    });
    return gave(done);
  };
