import { type Case } from './case';
import { type CaseCode } from './code';
import { type ActionId, type CaseId, type GapId, type MeetingId, type OutboxId, type PersonId } from './ids';
import { type Instant, type LocalDate } from './time';

/** What waits for the coordinator, each with its next step (design.md §3). */
export const NEXT_STEPS = [
  'check-referral',
  'read-new-information',
  'record-consent-answer',
  'raise-consent-again',
  'grant-new-date',
  'owner-gone',
  'install-app',
  'read-dead-letter',
  'return-to-agenda',
  'renew-consent',
  'ask-consent-anew',
  'ask-again',
  'sharing-not-reviewed',
  'archive-case',
  'archive-meeting',
  'clear-gap',
  'publish-agenda',
  'pause-is-over',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export type InboxEntry = {
  readonly step: NextStep;
  readonly since: Instant;
  readonly caseId?: CaseId;
  readonly code?: CaseCode;
  readonly actionId?: ActionId;
  readonly meetingId?: MeetingId;
  readonly gapId?: GapId;
  /** Of what could not be delivered. */
  readonly entryId?: OutboxId;
  readonly state?: Case['state'];
  readonly person?: PersonId;
  /** The last day of the consent, when that is what waits. */
  readonly until?: LocalDate;
  /** The day of the meeting, or the one a pause lasted to. */
  readonly on?: LocalDate;
  readonly urgent: boolean;
};
