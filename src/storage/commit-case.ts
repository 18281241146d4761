import { type Digest } from '../audit/event';
import { underConsent } from '../audit/under-consent';
import { sameHolding } from '../domain/groups';
import { type CaseChange, type Cases, type ItemChange, type SealedPiece } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { actionStep } from './action-step';
import { consentStep } from './consent-step';
import { contributionStep } from './contribution-step';
import { type Step, written } from './database/steps';
import { recorded } from './documents/audit-document';
import { caseDocument } from './documents/case-document';
import { decisionText } from './documents/decision-words';
import { itemDocument, itemId } from './documents/item-document';
import { outboxSteps } from './documents/outbox-document';
import { casePartition } from './documents/stored';
import { storageFault } from './faults';
import { planStep } from './plan-step';
import { incidentStep } from './incident-step';
import { piecesAfter, sealContent, sealTexts } from './seal-content';
import { sharingStep } from './seal-sharing';
import { type Keys } from './sealing/keys';
import { isTombstone, keyIdOf, tombstone } from './sealing/sealing';
import { type Shelves } from './shelves';

export type CommitParts = {
  readonly shelves: Pick<Shelves, 'work'>;
  readonly keys: Keys;
  readonly digest: Digest;
};
/** A change that has its place in the chain; `revision` is that place, and what is sealed in it counts by it. */
type Placed = { readonly change: CaseChange; readonly revision: number };

const keyIds = (pieces: readonly SealedPiece[]): readonly string[] => pieces.map(({ box }) => keyIdOf(box));
const lying = ({ sealed }: CaseChange['file']): readonly SealedPiece[] =>
  sealed.filter(({ box }) => !isTombstone(box));
const erasedIn = ({ file, erased = [] }: CaseChange): readonly SealedPiece[] =>
  lying(file).filter(piece => erased.some(holding => sameHolding(holding, piece)));

/** A section that lies here as it was read cannot have been erased: the batch fails if it has. */
const mayBeErased = ({ file, content = [] }: CaseChange): boolean =>
  content.some(({ origin, content: part }) =>
    Object.keys(part).some(
      section => !lying(file).some(one => one.origin === origin && one.section === section),
    ),
  );

const sealedAnew = (
  keys: Keys,
  { change, revision }: Placed,
  within: Within,
): Promise<readonly SealedPiece[]> => {
  const { kase, content = [] } = change;
  return sealContent(keys, { caseId: kase.id, revision, content, fresh: mayBeErased(change) }, within);
};

type Text = { readonly piece: Pick<SealedPiece, 'origin' | 'section'> & { readonly text: string } };

/** One text of a document beside the case; undefined when there is none to seal. */
const sealedText = async (
  keys: Keys,
  { placed, documentId, piece }: { readonly placed: Placed; readonly documentId: string } & Partial<Text>,
  within: Within,
): Promise<SealedPiece | undefined> => {
  if (piece === undefined) return undefined;
  const { change, revision } = placed;
  const at = { caseId: change.kase.id, revision, documentId, texts: [piece], fresh: true };
  const [sealed] = await sealTexts(keys, at, within);
  return sealed;
};

const itemStep = async (
  keys: Keys,
  placed: Placed & { readonly item: ItemChange },
  within: Within,
): Promise<Step> => {
  const { item, version, rationale, keep } = placed.item;
  const piece = rationale && {
    ...{ origin: rationale.origin, section: 'summary' as const },
    text: decisionText(rationale.words),
  };
  const documentId = itemId(item.meetingId);
  const sealed = await sealedText(keys, { placed, documentId, ...(piece && { piece }) }, within);
  return written(itemDocument(item, sealed ?? keep), version);
};

const besideTheCase = async (keys: Keys, placed: Placed, within: Within): Promise<readonly Step[]> => {
  const { kase, item, action, consent, plan, sharing, incident, contribution: given } = placed.change;
  const at = { caseId: kase.id, revision: placed.revision };
  return [
    ...(item === undefined ? [] : [await itemStep(keys, { ...placed, item }, within)]),
    ...(action === undefined ? [] : [await actionStep(keys, { ...at, change: action }, within)]),
    ...(consent === undefined ? [] : [await consentStep(keys, { ...at, change: consent }, within)]),
    ...(plan === undefined ? [] : [await planStep(keys, { ...at, change: plan }, within)]),
    ...(sharing === undefined ? [] : [await sharingStep(keys, { ...at, change: sharing }, within)]),
    ...(incident === undefined ? [] : [await incidentStep(keys, { ...at, change: incident }, within)]),
    ...(given === undefined ? [] : [await contributionStep(keys, { ...at, change: given }, within)]),
  ];
};

/** Keys for one change: in a case that was erased none is made again, whatever is asked. */
const keysFor = (keys: Keys, { kase }: CaseChange['file']): Keys =>
  kase.erasedOn === undefined
    ? keys
    : { ...keys, toSeal: () => Promise.reject(storageFault('sealing in an erased case')) };

const stepsFor = async (
  { keys, digest }: CommitParts,
  change: CaseChange,
  within: Within,
): Promise<readonly Step[]> => {
  const { file, kase, clockAt, fact, outbox } = change;
  const pk = casePartition(kase.id);
  const placed = { change, revision: file.head.sequence + 1 };
  const tombs = erasedIn(change).map(piece => ({ ...piece, box: tombstone(piece.box) }));
  const sealed = piecesAfter(file.sealed, { sealed: await sealedAnew(keys, placed, within), tombs });
  const beside = await besideTheCase(keys, placed, within);
  const told = { ...underConsent(kase), ...underConsent(file.kase), ...fact };
  return recorded({ pk, fact: told, head: file.head, digest }, head => [
    { do: 'replace', document: caseDocument({ kase, sealed, head, clockAt }), version: file.version },
    ...beside,
    ...outboxSteps(pk, outbox),
  ]);
};

/**
 * One batch: audit event, case, item, task, consent, plan, sharing and outbox. An erased section leaves a tombstone, and its
 * key is destroyed after the batch; should that fail, whoever changes the case next destroys it first.
 */
export const committing =
  (parts: CommitParts): Cases['commit'] =>
  async (change, within) => {
    const caseId = change.kase.id;
    const left = change.file.sealed.filter(({ box }) => isTombstone(box));
    await parts.keys.destroy({ caseId, keyIds: keyIds(left) }, within);
    const sealing = { ...parts, keys: keysFor(parts.keys, change.file) };
    const steps = await stepsFor(sealing, change, within);
    const committed = await parts.shelves.work.batch(casePartition(caseId), steps, within);
    const doomed = committed === 'done' ? erasedIn(change) : [];
    await parts.keys.destroy({ caseId, keyIds: keyIds(doomed) }, within);
    return committed;
  };
