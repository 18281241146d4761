import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type ContactConsent, type Informed } from '../domain/referral';
import { recordInformed as withAnswer } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { coordinators, noticesTo } from './recipients';
import { type World } from './world';

type Told = { readonly informed: Informed; readonly contactConsent: ContactConsent };

/** "Jeg har spurt": whether the person knows, and whether they may be contacted. */
export const recordInformed =
  (world: World) =>
  (asked: Asked & Told & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'record-informed',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        const { informed, contactConsent } = asked;
        const next = withAnswer(kase, { informed, contactConsent }, asked.at);
        if (!next.ok) return next;
        const told = next.value.state === kase.state ? [] : await coordinators(world, asked);
        return ok({
          kase: next.value,
          errands: noticesTo(asked, told, { kase, about: { kind: 'new-information' } }),
        });
      },
    });
