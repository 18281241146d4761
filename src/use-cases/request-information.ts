import { type Case } from '../domain/case';
import { type Missing } from '../domain/reasons';
import { type CaseId } from '../domain/ids';
import { requestInformation as asking } from '../domain/referral-steps';
import { PAST_DATE, type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { noticesTo } from './recipients';
import { type World } from './world';

/** The referrer is asked, with a day to answer by. */
export const requestInformation =
  (world: World) =>
  (
    asked: Asked & { readonly caseId: CaseId; readonly missing: Missing; readonly answerBy: LocalDate },
  ): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'request-information',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const { missing, answerBy } = asked;
        if (answerBy < todayOf(world, asked)) return err(PAST_DATE);
        const next = asking(kase, { missing, answerBy }, asked.at);
        if (!next.ok) return next;
        const about = { kind: 'answer-needed', by: answerBy } as const;
        return ok({ kase: next.value, errands: noticesTo(asked, [kase.author], { kase, about }) });
      },
    });
