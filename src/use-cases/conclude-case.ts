import { type Case } from '../domain/case';
import { type EndReason } from '../domain/reasons';
import { conclude } from '../domain/conclusion';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCaseBeside } from './change-case';
import { lookAtCase } from './lookup';
import { type Found, nextMeeting } from './next-meeting';
import { type World } from './world';

type OfCase = Asked & { readonly caseId: CaseId };

/** The form, for whoever may carry it through; the chair of the next meeting may, too. */
export const startConclusion =
  (world: World) =>
  async (asked: OfCase): Promise<Result<Case, Refusal>> => {
    const { meeting } = await nextMeeting(world, todayOf(world, asked), asked.within);
    return lookAtCase(world, asked, {
      operation: 'start-conclude-case',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'conclude-case', kase, meeting }),
      shows: () => [],
      answer: ({ kase }) => Promise.resolve(kase),
    });
  };

/** The case ends; what follows is carried out by the clock (stop-work.ts). */
export const concludeCase =
  (world: World) =>
  (asked: OfCase & { readonly reason: EndReason }): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<Found>(world, asked, {
      operation: 'conclude-case',
      caseId: asked.caseId,
      beside: () => nextMeeting(world, todayOf(world, asked), asked.within),
      judge: ({ kase }, { meeting }) =>
        judge(asked.by.person, { about: 'case', ask: 'conclude-case', kase, meeting }),
      decide: ({ kase }) => {
        const next = conclude(kase, asked.reason, asked.at);
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
