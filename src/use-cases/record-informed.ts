import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type ContactConsent, type Informed } from '../domain/referral';
import { recordInformed as withAnswer } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { noticesToCoordinators } from './recipients';
import { type World } from './world';

type Told = { readonly informed: Informed; readonly contactConsent: ContactConsent };

/** "Jeg har spurt": whether the person knows, and whether they may be contacted. */
export const recordInformed =
  (world: World) =>
  (asked: Asked & Told & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'record-informed',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const { informed, contactConsent } = asked;
        const next = withAnswer(kase, { informed, contactConsent }, asked.at);
        if (!next.ok) return next;
        const told = { kase, about: { kind: 'new-information' } } as const;
        const errands = next.value.state === kase.state ? [] : noticesToCoordinators(asked, told);
        return ok({ kase: next.value, errands });
      },
    });
