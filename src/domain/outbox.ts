import { type ActionBrief } from './action-brief';
import { type ItemKind } from './agenda';
import { type CaseCode } from './code';
import { type CaseId, type MeetingId, type OutboxId, type PersonId } from './ids';
import { type MeetingNotice, type Notice } from './notice';
import { type Absence } from './people';
import { type Posted } from './posted';
import { type SharingId } from './sharing';
import { type Instant, type LocalDate } from './time';

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
  /** To one person, about a meeting and no case. */
  | {
      readonly kind: 'meeting-notice';
      readonly to: PersonId;
      readonly meetingId: MeetingId;
      readonly about: MeetingNotice;
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
      /** The agenda had been published before. */
      readonly late?: true;
    }
  /** The meeting was cancelled: frees the case for the next agenda. A step, not a message. */
  | { readonly kind: 'empty-agenda'; readonly meetingId: MeetingId; readonly caseId: CaseId }
  /** The meeting speaks of the case: its next review counts from there. A step, not a message. */
  | { readonly kind: 'note-taken-up'; readonly meetingId: MeetingId; readonly caseId: CaseId }
  /** A notice to the coordinators, but for those who know of it already: a step, not a message. */
  | {
      readonly kind: 'tell-coordinators';
      readonly caseId: CaseId;
      readonly code: CaseCode;
      readonly notice: Notice;
      readonly but: readonly PersonId[];
    }
  /** A notice to everyone who takes part, but for whoever did it: a step, not a message. */
  | {
      readonly kind: 'tell-group';
      readonly meetingId: MeetingId;
      readonly about: 'moved' | 'cancelled';
      readonly by: PersonId;
    }
  | { readonly kind: 'post-item'; readonly meetingId: MeetingId; readonly caseId: CaseId }
  | { readonly kind: 'edit-item'; readonly meetingId: MeetingId; readonly caseId: CaseId }
  | {
      readonly kind: 'digest';
      readonly to: PersonId;
      readonly on: LocalDate;
      /** For whoever is to hear of what became theirs to hear then: no digest from before tells them that. */
      readonly since?: Instant;
    }
  /** Something in their newest digest has changed: it is to say what holds now. */
  | {
      readonly kind: 'edit-digest';
      readonly to: PersonId;
      readonly on: LocalDate;
      /** The message that was pressed, where its answer asks them something more: that one is left to stand. */
      readonly answeredIn?: Posted;
    }
  /** A task that digests may speak of has changed: finds whose, and lets each of them say what holds now. A step, not a message. */
  | {
      readonly kind: 'edit-digests';
      readonly caseId: CaseId;
      /** As it was. */
      readonly task: Pick<ActionBrief, 'id' | 'title' | 'owner' | 'standIn' | 'due'>;
      readonly on: LocalDate;
      /** Who pressed, and in which message, where its answer asks them something more. */
      readonly answered?: { readonly to: PersonId; readonly in: Posted };
    }
  /** Somebody said something else about being away: tells whoever hears otherwise because of it. A step, not a message. */
  | {
      readonly kind: 'follow-absence';
      readonly person: PersonId;
      /** What they had said before. */
      readonly was?: Absence;
    }
  /** Asks the seats for innspill and, on the day it is put off to, those that have not answered: a step, not a message. */
  | { readonly kind: 'remind-contributors'; readonly meetingId: MeetingId; readonly on?: LocalDate }
  /**
   * What follows when work on the case stops at that moment (design.md §7, "Withdrawal"): tasks, notices and cards, in
   * steps; whoever stopped it need not be told.
   */
  | {
      readonly kind: 'stop-work';
      readonly caseId: CaseId;
      readonly stoppedAt: Instant;
      readonly by?: PersonId;
    }
  /** Finds the messages that still show the case as it was, or what was shared: a step, not a message. */
  | {
      readonly kind: 'find-messages';
      readonly caseId: CaseId;
      readonly stoppedAt: Instant;
      /** When it was a sharing that shut: to its receivers only. */
      readonly sharingId?: SharingId;
      /** When some lost sight of something, while work goes on: to them only. */
      readonly losing?: true;
    }
  /** One of them, in somebody's own chat, is to show nothing of the case any more. */
  | {
      readonly kind: 'clear-message';
      readonly to: PersonId;
      readonly caseId: CaseId;
      readonly code: CaseCode;
      readonly message: Posted;
      readonly stoppedAt: Instant;
      readonly sharingId?: SharingId;
      readonly losing?: true;
    };

export type OutboxEntry = {
  readonly id: OutboxId;
  readonly errand: Errand;
  /** Not before this. */
  readonly at: Instant;
};
