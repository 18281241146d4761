import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { decline, giveTo, propose } from '../domain/hand-over';
import { type PersonId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type Notice } from '../domain/notice';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { type ActionKey, changeAction } from './change-action';
import { noticesTo } from './recipients';
import { shutOut } from './shut-out';
import { gave, type Gave, type Giving, givingTo, ownerProblem } from './task-owner';
import { type World } from './world';

/** Somebody is asked to take it over; until they accept, the owner is responsible (domain.md §9). */
export const proposeHandOver =
  (world: World) =>
  async (asked: Giving): Promise<Result<Gave, Refusal>> => {
    const { caseId, actionId, owner, by } = asked;
    const problem = await ownerProblem(world, asked, 'propose-hand-over');
    if (problem !== undefined) return ok({ problem });
    const give = (action: Action, { id: to }: { readonly id: PersonId }) =>
      propose(action, { to, by: by.person.id });
    const done = await changeAction(world, asked, {
      ...{ operation: 'propose-hand-over', caseId, actionId },
      decide: (file, kase) => givingTo(world, asked, { file, kase, give }),
      errands: (_, kase) => noticesTo(asked, [owner], { kase, about: { kind: 'hand-over-asked', actionId } }),
    });
    return gave(done);
  };

type Answering = Asked & ActionKey;
/** Whoever asked, and the owner: that it was answered and how, and nothing of the task. */
const answered = (
  asked: Answering,
  { kase, before, kind }: { kase: Case; before: Action; kind: Notice['kind'] & `hand-over-${string}` },
): readonly Errand[] => {
  const { owner, proposedBy = owner } = before;
  return noticesTo(asked, [owner, proposedBy], { kase, about: { kind, actionId: asked.actionId } });
};

/** They are its owner from now on, and their agency is responsible; whoever had it may see no more of the case by it. */
export const acceptHandOver =
  (world: World) =>
  (asked: Answering): Promise<Result<Case, Refusal>> => {
    const { caseId, actionId, by } = asked;
    return changeAction(world, asked, {
      ...{ operation: 'accept-hand-over', caseId, actionId },
      decide: async (file, kase) => {
        const given = await givingTo(world, { ...asked, owner: by.person.id }, { file, kase, give: giveTo });
        return given.ok ? given : err(WRONG_STATE);
      },
      errands: (_, kase, before) => [
        ...answered(asked, { kase, before, kind: 'hand-over-accepted' }),
        shutOut(asked),
      ],
    });
  };

export const declineHandOver =
  (world: World) =>
  (asked: Answering): Promise<Result<Case, Refusal>> => {
    const { caseId, actionId } = asked;
    return changeAction(world, asked, {
      ...{ operation: 'decline-hand-over', caseId, actionId },
      decide: ({ action }) => decline(action),
      errands: (_, kase, before) => answered(asked, { kase, before, kind: 'hand-over-declined' }),
    });
  };
