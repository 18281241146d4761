import { type CaseId } from '../domain/ids';
import { type SealedPiece } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { openPieces } from './seal-content';
import { type Keys } from './sealing/keys';

type Lies = {
  readonly caseId: CaseId;
  readonly documentId: string;
  readonly piece: SealedPiece | undefined;
};

/** One text of a document beside the case; undefined when there is none, or it was erased. */
export const openText = async (
  keys: Keys,
  { caseId, documentId, piece }: Lies,
  within: Within,
): Promise<string | undefined> => {
  if (piece === undefined) return undefined;
  const [opened] = await openPieces(keys, { caseId, documentId, pieces: [piece] }, within);
  return opened?.text;
};
