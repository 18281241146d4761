import { type Case } from '../domain/case';
import { type ReferralPart } from '../domain/content';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { markUrgent as urgent } from '../domain/referral-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

/** What the presser's own agency holds in C already; the reason is laid beside it. */
const ownPart = async (world: World, asked: Asked, file: CaseFile): Promise<ReferralPart> => {
  const own: Holding = { origin: asked.by.person.agency, section: 'C' };
  if (!file.kase.holdings.some(holding => sameHolding(holding, own))) return {};
  const [part] = await world.cases.reveal(file, [own], asked.within);
  return part?.content.C ?? {};
};

const withOwn = (kase: Case, origin: Holding['origin']): readonly Holding[] => {
  const own: Holding = { origin, section: 'C' };
  return kase.holdings.some(holding => sameHolding(holding, own)) ? kase.holdings : [...kase.holdings, own];
};

/** That it is urgent is process; why, is content of the agency that says so. */
export const markUrgent =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId; readonly reason: string }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'mark-urgent',
      caseId: asked.caseId,
      decide: async file => {
        const next = urgent(file.kase);
        if (!next.ok) return next;
        const origin = asked.by.person.agency;
        const part = { ...(await ownPart(world, asked, file)), urgent: asked.reason };
        return ok({
          kase: { ...next.value, holdings: withOwn(next.value, origin) },
          content: [{ origin, content: { C: part } }],
        });
      },
    });
