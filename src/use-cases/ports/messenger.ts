import { type Action } from '../../domain/action';
import { type AgendaItem } from '../../domain/agenda';
import { type Case } from '../../domain/case';
import { type CaseCode } from '../../domain/code';
import { type Meeting } from '../../domain/meeting';
import { type Errand } from '../../domain/outbox';
import { type MeetingNotice } from '../../domain/notice';
import { type Person } from '../../domain/people';
import { type Posted } from '../../domain/posted';
import { type LocalDate } from '../../domain/time';
import { type OutboxId } from '../../domain/ids';
import { type Result } from '../../result';
import { type Within } from './common';
import { type Reference } from './people';

/** What a message is about, read at the moment of sending; teams/ finds the words and draws the card. */
export type Message =
  | { readonly kind: 'notice'; readonly errand: Extract<Errand, { kind: 'notice' }> }
  | {
      readonly kind: 'meeting-notice';
      readonly about: MeetingNotice;
      readonly meeting: Meeting;
      readonly today: LocalDate;
    }
  | { readonly kind: 'digest'; readonly actions: readonly Action[]; readonly today: LocalDate }
  | {
      readonly kind: 'item';
      readonly item: AgendaItem;
      readonly kase: Case;
      readonly meeting: Meeting;
      readonly today: LocalDate;
    }
  | {
      readonly kind: 'agenda';
      readonly meeting: Meeting;
      readonly items: readonly AgendaItem[];
      /** Gaps reported since the group last met. */
      readonly newGaps?: number;
      readonly today: LocalDate;
    }
  /** Instead of what a message showed of a case on which work has stopped. */
  | { readonly kind: 'gone'; readonly code: CaseCode }
  /** Instead of what a message showed that its reader may no longer see: the way to what they may. */
  | { readonly kind: 'door'; readonly code: CaseCode };

export type SendFailure =
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** The other side is down; it was not sent. */
  | { readonly kind: 'unavailable' }
  /** 403 or 404: nobody is there. */
  | { readonly kind: 'gone' }
  /** It may or may not have arrived. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'refused'; readonly status: number };

/** `id` becomes the nonce of the card, so that pressing the same message twice is one command. */
export type Letter = { readonly id: OutboxId; readonly message: Message };

export type Messenger = {
  readonly toPerson: (
    to: { readonly person: Person; readonly reference: Reference },
    letter: Letter,
    within: Within,
  ) => Promise<Result<Posted, SendFailure>>;
  /** Opens the chat with someone who has never written; the bot must be installed for them. */
  readonly openChat: (
    person: Person,
    via: Reference,
    within: Within,
  ) => Promise<Result<Reference, SendFailure>>;
  readonly toChannel: (
    channel: Reference,
    letter: Letter,
    within: Within,
  ) => Promise<Result<Posted, SendFailure>>;
  /** The message stands in the person's own chat. */
  readonly editChat: (
    where: { readonly person: Person; readonly reference: Reference; readonly posted: Posted },
    letter: Letter,
    within: Within,
  ) => Promise<Result<Posted, SendFailure>>;
  readonly edit: (
    where: { readonly channel: Reference; readonly posted: Posted },
    letter: Letter,
    within: Within,
  ) => Promise<Result<Posted, SendFailure>>;
};
