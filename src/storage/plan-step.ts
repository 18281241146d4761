import { type CaseId } from '../domain/ids';
import { PLAN_HOLDING } from '../domain/plan-holding';
import { type PlanChange } from '../use-cases/ports/plans';
import { type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { planDocument, planDocumentId, planText } from './documents/plan-document';
import { sealTexts } from './seal-content';
import { type Keys } from './sealing/keys';

type Keeping = {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly change: PlanChange;
};

/** Creates one version of the plan; the batch fails should one of that number lie there already. */
export const planStep = async (
  keys: Keys,
  { caseId, revision, change: { plan, words } }: Keeping,
  within: Within,
): Promise<Step> => {
  const documentId = planDocumentId(plan.version);
  const texts = [{ ...PLAN_HOLDING, text: planText(words) }];
  const [sealed] = await sealTexts(keys, { caseId, revision, documentId, texts, fresh: true }, within);
  return written(planDocument({ caseId, plan, words: sealed }), undefined);
};
