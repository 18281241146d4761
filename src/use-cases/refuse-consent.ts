import { type Case } from '../domain/case';
import { refuseConsent as refused } from '../domain/consent-steps';
import { type CaseId } from '../domain/ids';
import { PAST_DATE, type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { coordinators, noticesTo, workers } from './recipients';
import { type World } from './world';

/** A no is as good as a yes: no reason is asked, and whoever worked on the case is told to stop, not why. */
export const refuseConsent =
  (world: World) =>
  (
    asked: Asked & { readonly caseId: CaseId; readonly askAgainAfter: LocalDate },
  ): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'refuse-consent',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        if (asked.askAgainAfter < todayOf(world, asked)) return err(PAST_DATE);
        const next = refused(kase, asked.askAgainAfter, asked.at);
        if (!next.ok) return next;
        const told = [...(await coordinators(world, asked)), ...workers(kase)];
        return ok({
          kase: next.value,
          errands: noticesTo(asked, told, { kase, about: { kind: 'stopped' } }),
        });
      },
    });
