import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { returnToAgenda as returned } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked, momentOf, todayOf } from './asked';
import { changeCaseBeside } from './change-case';
import { type Found, nextMeeting } from './next-meeting';
import { noticesTo } from './recipients';
import { type World } from './world';

/** A postponed case is ready for the group again; the chair of the next meeting may say so, too. */
export const returnToAgenda =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<Found>(world, asked, {
      operation: 'return-to-agenda',
      caseId: asked.caseId,
      beside: () => nextMeeting(world, todayOf(world, asked), asked.within),
      judge: ({ kase }, { meeting }) =>
        judge(asked.by.person, { about: 'case', ask: 'return-to-agenda', kase, meeting }),
      decide: ({ kase }) => {
        const next = returned(kase, momentOf(world, asked));
        if (!next.ok) return next;
        const about = { kind: 'state', state: next.value.state } as const;
        return ok({ kase: next.value, errands: noticesTo(asked, [kase.author], { kase, about }) });
      },
    });
