import { type MeetingId } from './ids';

export const OFF_REASONS = ['information', 'service', 'person-wishes', 'time', 'other'] as const;
/** Why somebody takes a case off an agenda (domain.md §15). */
export type OffReason = (typeof OFF_REASONS)[number];

/** What somebody said about one case and one meeting; it goes before what the states and clocks say, there and only there. */
export type ByHand =
  | { readonly wants: 'on'; readonly meetingId: MeetingId }
  | { readonly wants: 'off'; readonly meetingId: MeetingId; readonly reason: OffReason };
