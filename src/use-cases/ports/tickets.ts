import { type CaseId, type MeetingId, type PersonId } from '../../domain/ids';
import { type Identity } from '../../domain/people';
import { type Instant } from '../../domain/time';
import { type Within } from './common';

/** What can be had as a file. */
export type FileWanted =
  | { readonly kind: 'access-log'; readonly caseId: CaseId }
  | { readonly kind: 'case-archive'; readonly caseId: CaseId }
  | { readonly kind: 'meeting-archive'; readonly meetingId: MeetingId }
  | { readonly kind: 'minutes'; readonly meetingId: MeetingId }
  | { readonly kind: 'calendar' };

/** Leave for one person to fetch one file once; the policy is asked again when they do. */
export type Ticket = {
  readonly person: PersonId;
  /** The account that asked for it. */
  readonly account: Identity;
  readonly what: FileWanted;
  readonly expiresAt: Instant;
  readonly nonce: string;
};

export type Tickets = {
  /** The ticket as text for a link. It says ids to whoever has it, and nobody else can make or change one. */
  readonly seal: (ticket: Ticket) => string;
  /** Undefined for every text that is not wholly as `seal` gave it. */
  readonly open: (token: string) => Ticket | undefined;
  /** Uses it up; false when it was used before. */
  readonly claim: (ticket: Ticket, within: Within) => Promise<boolean>;
};
