import { type CaseState } from './case';
import { type ActionId, type AgencyId, type MeetingId } from './ids';
import { type SharingId } from './sharing';
import { type Instant, type LocalDate } from './time';

export const FORM_KINDS = ['record-decision', 'create-action', 'contribute', 'record-gap'] as const;
/** A form that is pressed for in the channel. */
export type FormKind = (typeof FORM_KINDS)[number];

/** What a doorbell may ring about; each has one fixed, content-free text (domain.md §13). */
export type Notice =
  | { readonly kind: 'new-referral' }
  /** Only states before consent is answered are ever named; the rest reads "arbeidet har stoppet". */
  | { readonly kind: 'state'; readonly state: CaseState }
  | { readonly kind: 'answer-needed'; readonly by: LocalDate }
  | { readonly kind: 'new-information' }
  | { readonly kind: 'informed-unanswered'; readonly eraseOn: LocalDate }
  | { readonly kind: 'new-action'; readonly actionId: ActionId }
  | { readonly kind: 'new-date-asked'; readonly actionId: ActionId }
  | { readonly kind: 'new-date-granted'; readonly actionId: ActionId }
  /** To whom a task is offered, and to its owner, how that was answered. */
  | { readonly kind: 'hand-over-asked'; readonly actionId: ActionId }
  | { readonly kind: 'hand-over-accepted'; readonly actionId: ActionId }
  | { readonly kind: 'hand-over-declined'; readonly actionId: ActionId }
  /** To whoever had it: the coordinator gave it to somebody else, or cancelled it. */
  | { readonly kind: 'action-moved'; readonly actionId: ActionId }
  | { readonly kind: 'action-cancelled'; readonly actionId: ActionId }
  /** Someone pressed for a form in the channel; it waits in their own chat (ux 08h). */
  | {
      readonly kind: 'form';
      readonly form: FormKind;
      readonly meetingId?: MeetingId;
    }
  | { readonly kind: 'stopped' }
  /** To its receivers: there is something to read, until then. */
  | { readonly kind: 'shared'; readonly sharingId: SharingId; readonly until: Instant }
  | { readonly kind: 'sharing-to-review'; readonly sharingId: SharingId }
  /** To the coordinator: that it happened, and no more. */
  | {
      readonly kind: 'sharing-happened';
      readonly sharingId: SharingId;
      readonly from: AgencyId;
      readonly sharedAt: Instant;
    }
  /** Never how it was judged. */
  | { readonly kind: 'sharing-reviewed'; readonly sharingId: SharingId };

export const MEETING_NOTICES = [
  'contribute',
  'contribute-reminder',
  'moved',
  'cancelled',
  'approve-minutes',
] as const;
/** What a doorbell may ring about a meeting: its fixed text holds the meeting's day, and no case. */
export type MeetingNotice = (typeof MEETING_NOTICES)[number];
