import { type Case } from '../domain/case';
import { askAgain as askedAgain } from '../domain/consent-steps';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCaseBeside } from './change-case';
import { noticesTo } from './recipients';
import { type World } from './world';

/** After the day that was agreed, somebody who said no or withdrew may be asked once more (domain.md §3). */
export const askAgain =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<undefined>(world, asked, {
      operation: 'ask-again',
      caseId: asked.caseId,
      beside: () => Promise.resolve(undefined),
      judge: ({ kase }) =>
        judge(asked.by.person, { about: 'case', ask: 'ask-again', kase, today: todayOf(world, asked) }),
      decide: ({ kase }) => {
        const next = askedAgain(kase, asked.at);
        if (!next.ok) return next;
        const about = { kind: 'state', state: next.value.state } as const;
        return ok({ kase: next.value, errands: noticesTo(asked, [kase.author], { kase, about }) });
      },
    });
