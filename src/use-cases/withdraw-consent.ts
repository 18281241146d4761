import { type Case } from '../domain/case';
import { withdrawConsent as withdrawn } from '../domain/consent-ends';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked, momentOf } from './asked';
import { changeCase } from './change-case';
import { type World } from './world';

/**
 * The person can tell anyone, and nobody asks why. It holds as soon as it is saved, for reads and sends look at the
 * case; what follows is carried out by the clock (stop-work.ts), so that the batch is small however much there is.
 */
export const withdrawConsent =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'withdraw-consent',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const next = withdrawn(kase, momentOf(world, asked));
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
