import { type AgencyId, type CaseId } from '../../domain/ids';
import { type Sharing, type SharingId } from '../../domain/sharing';
import { type Instant } from '../../domain/time';
import { type Version, type Within } from './common';
import { type SealedPiece } from './sealed-piece';

/** What was written about a sharing lies beside the case, for those who must judge it (domain.md §6). */
export type SharingKey = { readonly caseId: CaseId; readonly sharingId: SharingId };
export type SharingFile = SharingKey & {
  readonly version: Version;
  readonly reason?: SealedPiece;
  readonly remark?: SealedPiece;
};
export type SharingWords = { readonly reason?: string; readonly remark?: string };
export type SharingChange = {
  readonly sharing: Sharing;
  /** Undefined creates it. */
  readonly version?: Version;
  /** Sealed under the agency that shared. */
  readonly words: SharingWords;
  readonly keep?: SealedPiece;
};

/** What was shared without consent. */
export type Sharings = {
  readonly sharing: (key: SharingKey, within: Within) => Promise<SharingFile | undefined>;
  /** Why it was shared, and what the leader remarked; the caller has asked `mayReadReason` and stored the event. */
  readonly wordsOf: (file: SharingFile, within: Within) => Promise<SharingWords>;
  /** What this agency shared and nobody has reviewed, while there is time. */
  readonly reviewsAwaited: (from: AgencyId, now: Instant, within: Within) => Promise<readonly SharingKey[]>;
  /** What nobody reviewed before its time was out, of those whose time was out after `since`. */
  readonly reviewsMissed: (since: Instant, now: Instant, within: Within) => Promise<readonly SharingKey[]>;
};
