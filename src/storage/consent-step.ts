import { type CaseId } from '../domain/ids';
import { type ConsentChange } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { consentDocument, consentDocumentId } from './documents/consent-document';
import { sealTexts } from './seal-content';
import { type Keys } from './sealing/keys';

type Keeping = {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly change: ConsentChange;
};

/** Creates the record of a consent; the batch fails should one of that version lie there already. */
export const consentStep = async (
  keys: Keys,
  { caseId, revision, change: { consent, terms } }: Keeping,
  within: Within,
): Promise<Step> => {
  const documentId = consentDocumentId(consent.version);
  const slot = { origin: consent.recordedIn, section: 'terms' } as const;
  const texts = terms === undefined ? [] : [{ ...slot, text: JSON.stringify(terms) }];
  const [sealed] = await sealTexts(keys, { caseId, revision, documentId, texts, fresh: true }, within);
  return written(consentDocument({ caseId, consent, terms: sealed }), undefined);
};
