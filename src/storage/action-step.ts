import { GROUP_OF_SERVICE } from '../domain/content';
import { type CaseId } from '../domain/ids';
import { type ActionChange, type SealedPiece } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { actionDocument, actionDocumentId, triedId } from './documents/action-document';
import { sealTexts } from './seal-content';
import { type Keys } from './sealing/keys';

type Placed = { readonly caseId: CaseId; readonly revision: number; readonly change: ActionChange };
type Text = Pick<SealedPiece, 'origin' | 'section'> & { readonly text: string };

const sealed = async (
  keys: Keys,
  { caseId, revision, documentId, text }: Placed & { readonly documentId: string; readonly text: Text },
  within: Within,
): Promise<SealedPiece | undefined> => {
  const [piece] = await sealTexts(keys, { caseId, revision, documentId, texts: [text], fresh: true }, within);
  return piece;
};

const detailPiece = async (keys: Keys, placed: Placed, within: Within): Promise<SealedPiece | undefined> => {
  const { action, detail, keep } = placed.change;
  if (detail === undefined || action.detailIn === undefined) return keep;
  const text = { ...detail, section: action.detailIn };
  return sealed(keys, { ...placed, documentId: actionDocumentId(action.id), text }, within);
};

/** To have tried a service is to say something of its kind: it lies in the group the service belongs to. */
const triedPiece = async (keys: Keys, placed: Placed, within: Within): Promise<SealedPiece | undefined> => {
  const { action, tried, keepTried } = placed.change;
  if (tried === undefined) return keepTried;
  const text = { origin: tried.origin, section: GROUP_OF_SERVICE[tried.service], text: tried.service };
  return sealed(keys, { ...placed, documentId: triedId(action.id), text }, within);
};

/** A task, with what is said of it sealed under the keys of whoever said it. */
export const actionStep = async (keys: Keys, placed: Placed, within: Within): Promise<Step> => {
  const { action, version, remindAt } = placed.change;
  const detail = await detailPiece(keys, placed, within);
  const tried = await triedPiece(keys, placed, within);
  return written(actionDocument({ action, detail, tried, remindAt }), version);
};
