import { type PersonId } from './ids';
import { type LocalDate } from './time';

export const OUTCOMES = ['carried-out', 'partly', 'not-needed'] as const;
export type ActionOutcome = (typeof OUTCOMES)[number];
export const GAPS = [
  'housing',
  'responsibility',
  'transition',
  'exclusion',
  'capacity',
  'report-routine',
  'consent-sharing',
  'out-of-hours',
  'other',
] as const;
export type GapCategory = (typeof GAPS)[number];
export const NEW_DATE_REASONS = [
  'waiting-for-service',
  'no-contact',
  'ran-out-of-time',
  'person-wishes',
] as const;
export type NewDateReason = (typeof NEW_DATE_REASONS)[number];

/** Why its owner, or who stands in, wants to hear nothing of a task for a while. */
export const MUTE_REASONS = ['waiting-for-service', 'date-agreed', 'other-first', 'person-wishes'] as const;
export type MuteReason = (typeof MUTE_REASONS)[number];
/** Whoever chose it, and nobody else, hears of it again from that day on. */
export type Mute = { readonly by: PersonId; readonly until: LocalDate; readonly reason: MuteReason };

export const CANCEL_TASK_REASONS = ['not-needed', 'done-otherwise', 'not-possible', 'mistake'] as const;
export type CancelTaskReason = (typeof CANCEL_TASK_REASONS)[number];

/** Why the coordinator gives a task to somebody else. */
export const REASSIGN_REASONS = ['owner-away', 'owner-left', 'too-much', 'better-placed', 'mistake'] as const;
export type ReassignReason = (typeof REASSIGN_REASONS)[number];
