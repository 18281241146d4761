import { type ContributionChange } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { contributionDocument, contributionDocumentId } from './documents/contribution-document';
import { sealTexts } from './seal-content';
import { type Keys } from './sealing/keys';

type Placed = { readonly revision: number; readonly change: ContributionChange };

/** The words lie under the seat's own agency, (agency, 'notes'): one key a case, so that they can be erased apart. */
export const contributionStep = async (
  keys: Keys,
  { revision, change }: Placed,
  within: Within,
): Promise<Step> => {
  const { contribution, version, text, keep } = change;
  const { caseId, agency: origin } = contribution;
  const texts = text === undefined ? [] : [{ origin, section: 'notes' as const, text }];
  const documentId = contributionDocumentId(contribution);
  const [sealed] = await sealTexts(keys, { caseId, revision, documentId, texts, fresh: true }, within);
  return written(contributionDocument(contribution, sealed ?? keep), version);
};
