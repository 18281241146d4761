import { type Case } from '../domain/case';
import { isAsSeen } from '../domain/consent-status';
import { refuseConsent as refused } from '../domain/consent-steps';
import { type CaseId } from '../domain/ids';
import { CHANGED_MEANWHILE, PAST_DATE, type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { type World } from './world';

/** A no is as good as a yes: no reason is asked, and whoever worked on the case is told to stop, not why (stop-work.ts). */
export const refuseConsent =
  (world: World) =>
  (
    asked: Asked & {
      readonly caseId: CaseId;
      readonly askAgainAfter: LocalDate;
      /** The mark of the consent the card was drawn over; see `consentMark`. */
      readonly seen?: string;
    },
  ): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'refuse-consent',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        if (!isAsSeen(kase, asked.seen)) return err(CHANGED_MEANWHILE);
        if (asked.askAgainAfter < todayOf(world, asked)) return err(PAST_DATE);
        const next = refused(kase, asked.askAgainAfter, asked.at);
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
