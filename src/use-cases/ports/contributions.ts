import { type Contribution } from '../../domain/contribution';
import { type CaseId, type MeetingId, type SeatId } from '../../domain/ids';
import { type Version, type Within } from './common';
import { type SealedPiece } from './sealed-piece';

export type ContributionKey = {
  readonly caseId: CaseId;
  readonly meetingId: MeetingId;
  readonly seat: SeatId;
};
/** What a seat answered, with its words sealed. */
export type ContributionFile = {
  readonly contribution: Contribution;
  readonly version: Version;
  readonly note?: SealedPiece;
};
export type ContributionChange = {
  readonly contribution: Contribution;
  /** Undefined creates it. */
  readonly version?: Version;
  /** Sealed under the seat's agency, apart from what consent grants: (agency, 'notes'). */
  readonly text?: string;
  readonly keep?: SealedPiece;
};

export type Contributions = {
  readonly contribution: (key: ContributionKey, within: Within) => Promise<ContributionFile | undefined>;
  /** All that were ever given to the case, in whichever meeting. */
  readonly contributions: (caseId: CaseId, within: Within) => Promise<readonly ContributionFile[]>;
  /** What it says in words; the caller has asked `mayReadContribution` and stored the read event first. */
  readonly noteOf: (file: ContributionFile, within: Within) => Promise<string | undefined>;
};
