import { type CaseId } from '../domain/ids';
import { type SealedPiece } from '../use-cases/ports/cases';
import { type SharingChange } from '../use-cases/ports/sharings';
import { type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { sharingDocument, sharingDocumentId } from './documents/sharing-document';
import { sealTexts } from './seal-content';
import { type Keys } from './sealing/keys';

type Placed = { readonly caseId: CaseId; readonly revision: number; readonly change: SharingChange };

const sealed = async (
  keys: Keys,
  { caseId, revision, change: { sharing } }: Placed,
  { text, within }: { readonly text: string | undefined; readonly within: Within },
): Promise<SealedPiece | undefined> => {
  if (text === undefined) return undefined;
  const texts = [{ origin: sharing.from, section: 'reason' as const, text }];
  const documentId = sharingDocumentId(sharing.id);
  const [piece] = await sealTexts(keys, { caseId, revision, documentId, texts, fresh: true }, within);
  return piece;
};

/** The reason and the leader's remark, under the key of the agency that shared, in a document of their own. */
export const sharingStep = async (keys: Keys, placed: Placed, within: Within): Promise<Step> => {
  const { caseId, change } = placed;
  const { sharing, version, words, keep } = change;
  const reason = (await sealed(keys, placed, { text: words.reason, within })) ?? keep;
  const remark = await sealed(keys, placed, { text: words.remark, within });
  return written(sharingDocument({ caseId, sharing, reason, remark }), version);
};
