import { sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { CaseId as CaseIdSchema } from '../ids';
import { type Cases, type SealedPiece } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { caseQueries } from './case-queries';
import { committing, type CommitParts } from './commit-case';
import { codeKey } from './cosmos-pointers';
import { actionDocumentId, toActionFile } from './documents/action-document';
import { isRecorded } from './documents/audit-document';
import { CASE_ID, toCaseFile } from './documents/case-document';
import { itemId, toItemFile } from './documents/item-document';
import { toPointer } from './documents/pointer-document';
import { casePartition } from './documents/stored';
import { openPieces, revealedFrom } from './seal-content';
import { type Shelves } from './shelves';

export type CaseParts = CommitParts & { readonly shelves: Pick<Shelves, 'work' | 'index'> };

/** Reads one document of the case's partition. */
const reading =
  <T>({ shelves }: CaseParts, toFile: (document: unknown) => T) =>
  async (caseId: CaseId, id: string, within: Within): Promise<T | undefined> => {
    const { value } = await shelves.work.read({ id, pk: casePartition(caseId) }, within);
    return value === undefined ? undefined : toFile(value);
  };

const openText = async (
  { keys }: CaseParts,
  lies: { readonly caseId: CaseId; readonly documentId: string; readonly piece: SealedPiece | undefined },
  within: Within,
): Promise<string | undefined> => {
  const { caseId, documentId, piece } = lies;
  if (piece === undefined) return undefined;
  const [opened] = await openPieces(keys, { caseId, documentId, pieces: [piece] }, within);
  return opened?.text;
};

const opening = (parts: CaseParts): Pick<Cases, 'reveal' | 'detailOf' | 'rationaleOf'> => ({
  reveal: async ({ kase, sealed }, holdings, within) => {
    const pieces = sealed.filter(piece => holdings.some(holding => sameHolding(holding, piece)));
    const lies = { caseId: kase.id, documentId: CASE_ID, pieces };
    return revealedFrom(await openPieces(parts.keys, lies, within));
  },
  detailOf: ({ action, detail }, within) => {
    const documentId = actionDocumentId(action.id);
    return openText(parts, { caseId: action.caseId, documentId, piece: detail }, within);
  },
  rationaleOf: ({ item, rationale }, within) => {
    const documentId = itemId(item.meetingId);
    return openText(parts, { caseId: item.caseId, documentId, piece: rationale }, within);
  },
});

/** Cases in Cosmos: one partition each, process in the open, everything else sealed. */
export const cosmosCases = (parts: CaseParts): Cases => {
  const [readCase, readItem, readAction] = [
    reading(parts, toCaseFile),
    reading(parts, toItemFile),
    reading(parts, toActionFile),
  ];
  return {
    load: (id, within) => readCase(id, CASE_ID, within),
    idOf: async (code, within) => {
      const key = codeKey(code);
      const { value } = await parts.shelves.index.read({ id: key, pk: key }, within);
      return value === undefined ? undefined : CaseIdSchema.parse(toPointer(value).target);
    },
    known: (id, command, within) =>
      isRecorded(parts.shelves.work, { pk: casePartition(id), command }, within),
    ...opening(parts),
    commit: committing(parts),
    item: (caseId, meetingId, within) => readItem(caseId, itemId(meetingId), within),
    action: (caseId, actionId, within) => readAction(caseId, actionDocumentId(actionId), within),
    ...caseQueries(parts),
  };
};
