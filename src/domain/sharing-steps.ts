import { err, ok, type Result } from '../result';
import { type Case, isEnded } from './case';
import { type Refusal, REVIEW_TOO_LATE, WRONG_STATE } from './refusal';
import { isLive, type Review, reviewBy, type Sharing, type SharingId, sharingIn } from './sharing';
import { type Instant } from './time';

const changed = (kase: Case, next: Sharing): Case => ({
  ...kase,
  sharings: kase.sharings.map(sharing => (sharing.id === next.id ? next : sharing)),
});

/** The case carries every sharing there ever was, and must stay a document that can be saved. */
export const MOST_SHARINGS = 200;

/** On a case that has ended nothing new is shared; what stands open stays until its time, but for a withdrawal (domain.md §6). */
export const share = (kase: Case, sharing: Sharing): Result<Case, Refusal> =>
  isEnded(kase) || kase.sharings.length >= MOST_SHARINGS
    ? err(WRONG_STATE)
    : ok({ ...kase, sharings: [...kase.sharings, sharing] });

/** Shut before its time by the agency that shared, also when the case has ended meanwhile. */
export const endSharing = (kase: Case, id: SharingId, at: Instant): Result<Case, Refusal> => {
  const sharing = sharingIn(kase, id);
  return sharing !== undefined && isLive(sharing, at)
    ? ok(changed(kase, { ...sharing, endedAt: at }))
    : err(WRONG_STATE);
};

/** Once, by the leader of the agency that shared, while there is time (domain.md §6). */
export const reviewSharing = (kase: Case, id: SharingId, review: Review): Result<Case, Refusal> => {
  const sharing = sharingIn(kase, id);
  if (sharing === undefined || sharing.review !== undefined) return err(WRONG_STATE);
  return review.at > reviewBy(sharing) ? err(REVIEW_TOO_LATE) : ok(changed(kase, { ...sharing, review }));
};

/** The clock's: it shut at its time, as it would have without the clock. */
export const endByTime = (kase: Case, sharing: Sharing): Case =>
  changed(kase, { ...sharing, endedAt: sharing.until });
/** The clock's: nobody reviewed it in time. */
export const missReview = (kase: Case, sharing: Sharing, at: Instant): Case =>
  changed(kase, { ...sharing, missedAt: at });
