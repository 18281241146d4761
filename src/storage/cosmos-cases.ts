import { sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { CaseId as CaseIdSchema } from '../ids';
import { type Cases } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { caseQueries } from './case-queries';
import { committing, type CommitParts } from './commit-case';
import { contributionsIn } from './cosmos-contributions';
import { codeKey } from './cosmos-pointers';
import { actionDocumentId, toActionFile } from './documents/action-document';
import { isRecorded } from './documents/audit-document';
import { CASE_ID, toCaseFile } from './documents/case-document';
import { consentDocumentId, toConsentFile } from './documents/consent-document';
import { toContent } from './documents/content-schema';
import { toDecisionWords } from './documents/decision-words';
import { itemId, toItemFile } from './documents/item-document';
import { planDocumentId, toPlanFile } from './documents/plan-document';
import { toPointer } from './documents/pointer-document';
import { sharingDocumentId, toSharingFile } from './documents/sharing-document';
import { casePartition } from './documents/stored';
import { openPieces, revealedFrom } from './seal-content';
import { openingPlans } from './open-plan';
import { incidentsIn } from './incidents-in';
import { openText } from './open-text';
import { type Shelves } from './shelves';

export type CaseParts = CommitParts & { readonly shelves: Pick<Shelves, 'work' | 'index'> };

/** Reads one document of the case's partition. */
const reading =
  <T>({ shelves }: CaseParts, toFile: (document: unknown) => T) =>
  async (caseId: CaseId, id: string, within: Within): Promise<T | undefined> => {
    const { value } = await shelves.work.read({ id, pk: casePartition(caseId) }, within);
    return value === undefined ? undefined : toFile(value);
  };

const openTerms =
  (parts: CaseParts): Cases['termsOf'] =>
  async ({ caseId, consent, terms }, within) => {
    const documentId = consentDocumentId(consent.version);
    const text = await openText(parts.keys, { caseId, documentId, piece: terms }, within);
    return text === undefined ? undefined : toContent('terms', text).terms;
  };

type Opening = Pick<Cases, 'reveal' | 'detailOf' | 'rationaleOf' | 'termsOf' | 'wordsOf'>;

const opening = (parts: CaseParts): Opening => ({
  reveal: async ({ kase, sealed }, holdings, within) => {
    const pieces = sealed.filter(piece => holdings.some(holding => sameHolding(holding, piece)));
    const lies = { caseId: kase.id, documentId: CASE_ID, pieces };
    return revealedFrom(await openPieces(parts.keys, lies, within));
  },
  detailOf: ({ action, detail }, within) => {
    const documentId = actionDocumentId(action.id);
    return openText(parts.keys, { caseId: action.caseId, documentId, piece: detail }, within);
  },
  rationaleOf: async ({ item, rationale }, within) => {
    const documentId = itemId(item.meetingId);
    const text = await openText(parts.keys, { caseId: item.caseId, documentId, piece: rationale }, within);
    return text === undefined ? undefined : toDecisionWords(text);
  },
  termsOf: openTerms(parts),
  wordsOf: async ({ caseId, sharingId, ...sealed }, within) => {
    const lies = { caseId, documentId: sharingDocumentId(sharingId) };
    const reason = await openText(parts.keys, { ...lies, piece: sealed.reason }, within);
    const remark = await openText(parts.keys, { ...lies, piece: sealed.remark }, within);
    return { ...(reason === undefined ? {} : { reason }), ...(remark === undefined ? {} : { remark }) };
  },
});

type Ending = Pick<Cases, 'sealedUnder' | 'destroyKeys'>;

const ending = ({ keys }: CaseParts): Ending => ({
  sealedUnder: async (caseId, within) =>
    (await keys.slotsOf(caseId, within)).flatMap(({ origin, section }) =>
      section === 'draft' ? [] : [{ origin, section }],
    ),
  destroyKeys: (caseId, of, within) =>
    of === 'all' ? keys.destroyAll(caseId, within) : keys.destroySlots(caseId, of, within),
});

const besideTheCase = (parts: CaseParts) => ({
  ...openingPlans(parts.keys),
  ...incidentsIn(parts),
  ...contributionsIn(parts),
  ...ending(parts),
});

/** Cases in Cosmos: one partition each, process in the open, everything else sealed. */
export const cosmosCases = (parts: CaseParts): Cases => {
  const [readCase, readItem, readAction, readConsent, readPlan, readSharing] = [
    reading(parts, toCaseFile),
    reading(parts, toItemFile),
    reading(parts, toActionFile),
    reading(parts, toConsentFile),
    reading(parts, toPlanFile),
    reading(parts, toSharingFile),
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
    ...besideTheCase(parts),
    commit: committing(parts),
    item: (caseId, meetingId, within) => readItem(caseId, itemId(meetingId), within),
    action: (caseId, actionId, within) => readAction(caseId, actionDocumentId(actionId), within),
    consent: (caseId, version, within) => readConsent(caseId, consentDocumentId(version), within),
    plan: (caseId, version, within) => readPlan(caseId, planDocumentId(version), within),
    sharing: ({ caseId, sharingId }, within) => readSharing(caseId, sharingDocumentId(sharingId), within),
    ...caseQueries(parts),
  };
};
