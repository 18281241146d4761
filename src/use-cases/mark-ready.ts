import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { markReady as ready } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked, momentOf } from './asked';
import { changeCase } from './change-case';
import { noticesTo } from './recipients';
import { type World } from './world';

/** Set ready for the group; the referrer is told the new state. */
export const markReady =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'mark-ready',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const next = ready(kase, momentOf(world, asked));
        if (!next.ok) return next;
        const about = { kind: 'state', state: next.value.state } as const;
        return ok({ kase: next.value, errands: noticesTo(asked, [kase.author], { kase, about }) });
      },
    });
