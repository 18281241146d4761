import { type ItemKind } from './agenda';
import { type CaseCode } from './code';
import { type CaseState } from './case';
import { type ActionId, type CaseId, type MeetingId, type OutboxId, type PersonId } from './ids';
import { type Instant, type LocalDate } from './time';

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
  /** Someone pressed for a form in the channel; it waits in their own chat (ux 08h). */
  | {
      readonly kind: 'form';
      readonly form: 'record-decision' | 'create-action';
      readonly meetingId?: MeetingId;
    }
  | { readonly kind: 'stopped' };

/**
 * What must be sent, written with what caused it. It names what to say, never the words or the content:
 * those are read, re-checked and drawn at the moment of sending.
 */
export type Errand =
  | {
      readonly kind: 'notice';
      readonly to: PersonId;
      readonly caseId: CaseId;
      readonly code: CaseCode;
      readonly notice: Notice;
    }
  | { readonly kind: 'post-agenda'; readonly meetingId: MeetingId }
  | { readonly kind: 'edit-agenda'; readonly meetingId: MeetingId }
  /** Lays the case on the published agenda: a step of publishing, not a message. */
  | {
      readonly kind: 'put-on-agenda';
      readonly meetingId: MeetingId;
      readonly caseId: CaseId;
      readonly number: number;
      readonly item: ItemKind;
    }
  | { readonly kind: 'post-item'; readonly meetingId: MeetingId; readonly caseId: CaseId }
  | { readonly kind: 'edit-item'; readonly meetingId: MeetingId; readonly caseId: CaseId }
  | { readonly kind: 'digest'; readonly to: PersonId; readonly on: LocalDate };

export type OutboxEntry = {
  readonly id: OutboxId;
  readonly errand: Errand;
  /** Not before this. */
  readonly at: Instant;
};
