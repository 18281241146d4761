import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { withdrawReferral as withdrawn } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { type World } from './world';

/** The case leaves the agenda, and whoever works on it is told to stop, not why (stop-work.ts). */
export const withdrawReferral =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'withdraw-referral',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const next = withdrawn(kase, asked.at);
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
