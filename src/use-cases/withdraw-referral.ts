import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { withdrawReferral as withdrawn } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { coordinators, noticesTo, workers } from './recipients';
import { type World } from './world';

/** The case leaves the agenda, and whoever works on it is told to stop, not why. */
export const withdrawReferral =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'withdraw-referral',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        const next = withdrawn(kase, asked.at);
        if (!next.ok) return next;
        const told = [...(await coordinators(world, asked)), ...workers(kase)];
        return ok({
          kase: next.value,
          errands: noticesTo(asked, told, { kase, about: { kind: 'stopped' } }),
        });
      },
    });
