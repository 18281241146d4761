import { type Cases } from '../use-cases/ports/cases';
import { toService, triedId } from './documents/action-document';
import { planDocumentId, toPlanWords } from './documents/plan-document';
import { openText } from './open-text';
import { type Keys } from './sealing/keys';

/** What a plan says, and what was tried before its new measures. */
export const openingPlans = (keys: Keys): Pick<Cases, 'planWordsOf' | 'triedOf'> => ({
  planWordsOf: async ({ caseId, plan, words }, within) => {
    const documentId = planDocumentId(plan.version);
    const text = await openText(keys, { caseId, documentId, piece: words }, within);
    return text === undefined ? undefined : toPlanWords(text);
  },
  triedOf: async ({ action, tried }, within) => {
    const documentId = triedId(action.id);
    const text = await openText(keys, { caseId: action.caseId, documentId, piece: tried }, within);
    return text === undefined ? undefined : toService(text);
  },
});
