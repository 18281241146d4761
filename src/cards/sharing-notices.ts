import { type CaseId } from '../domain/ids';
import { type Notice } from '../domain/notice';
import { type Setting } from './shared-drawing';
import { momentInWords, timeOf } from './sharing-words';
import { agencyName } from './wording';

type Kinds = { readonly [K in Notice['kind']]: Extract<Notice, { readonly kind: K }> };
type Ring = Setting & { readonly caseId: CaseId };

/** To its receivers (ux 21c): that there is something, and until when. */
const shared = (ring: Ring, { sharingId, until }: Kinds['shared']) => {
  const { notice } = ring.t.sharing;
  return {
    title: notice.shared,
    lead: notice.sharedLead(timeOf(ring, until)),
    press: { title: notice.open, verb: 'open-sharing', caseId: ring.caseId, sharingId },
  };
};

const toReview = ({ t, caseId }: Ring, { sharingId }: Kinds['sharing-to-review']) => ({
  title: t.sharing.notice.toReview,
  lead: t.sharing.notice.toReviewLead,
  press: { title: t.sharing.notice.open, verb: 'open-sharing', caseId, sharingId },
});

const opens = ({ t, caseId }: Ring) => ({ title: t.common.openCase, verb: 'open-case', caseId });

/** To the coordinator (ux 21e): that it happened, and no more. */
const happened = (ring: Ring, { from, sharedAt }: Kinds['sharing-happened']) => {
  const { notice } = ring.t.sharing;
  const agency = agencyName(ring.programme, from);
  return {
    title: notice.happened,
    lead: notice.happenedLead(agency, momentInWords(ring, sharedAt)),
    press: opens(ring),
  };
};

const reviewed = (ring: Ring) => ({
  title: ring.t.sharing.notice.reviewed,
  lead: ring.t.sharing.notice.reviewedLead,
  press: opens(ring),
});

/** What a chat may say of a sharing: a code, an agency, a time. */
export const SHARING_DOORBELLS = {
  shared,
  'sharing-to-review': toReview,
  'sharing-happened': happened,
  'sharing-reviewed': reviewed,
};
