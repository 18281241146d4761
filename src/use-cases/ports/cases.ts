import { type Action } from '../../domain/action';
import { type AgendaItem } from '../../domain/agenda';
import { type Case, type CaseState } from '../../domain/case';
import { type CaseCode } from '../../domain/code';
import { type Revealed } from '../../domain/content';
import { type Holding } from '../../domain/groups';
import {
  type ActionId,
  type AgencyId,
  type CaseId,
  type CommandId,
  type MeetingId,
  type PersonId,
} from '../../domain/ids';
import { type Instant } from '../../domain/time';
import { type Because, type Committed, type Filed, type Version, type Within } from './common';

/** Content under one key, as it is stored. Use cases carry it from load to save without looking. */
export type SealedPiece = Holding & { readonly revision: number; readonly box: string };

/** A case as it lies: process open, content sealed until `reveal`. One read. */
export type CaseFile = Filed & { readonly kase: Case; readonly sealed: readonly SealedPiece[] };
export type ItemFile = {
  readonly item: AgendaItem;
  readonly version: Version;
  readonly rationale?: SealedPiece;
};
export type ActionFile = {
  readonly action: Action;
  readonly version: Version;
  readonly detail?: SealedPiece;
};

export type { Revealed } from '../../domain/content';

export type ItemChange = {
  readonly item: AgendaItem;
  /** Undefined creates it. */
  readonly version?: Version;
  /** Kept as it lies unless a new one is given. */
  readonly rationale?: { readonly origin: AgencyId; readonly text: string };
  readonly keep?: SealedPiece;
};
export type ActionChange = {
  readonly action: Action;
  readonly version?: Version;
  /** When its owner is to be reminded next; undefined ends the reminders. */
  readonly remindAt?: Instant;
  readonly detail?: { readonly origin: AgencyId; readonly text: string };
  readonly keep?: SealedPiece;
};

export type CaseChange = Because & {
  readonly file: CaseFile;
  readonly kase: Case;
  /** When the informed-clock rings next; undefined stops it. */
  readonly clockAt?: Instant;
  /** Sections sealed anew; the others stay as they lie. */
  readonly content?: Revealed;
  /** Sections whose content and keys are destroyed. */
  readonly erased?: readonly Holding[];
  readonly item?: ItemChange;
  readonly action?: ActionChange;
};

export type Cases = {
  /** Undefined when there is no such case. */
  readonly load: (id: CaseId, within: Within) => Promise<CaseFile | undefined>;
  readonly idOf: (code: CaseCode, within: Within) => Promise<CaseId | undefined>;
  /** Whether this very command was saved in the case's partition before, as a draft or as a case. */
  readonly known: (id: CaseId, command: CommandId, within: Within) => Promise<boolean>;
  /** Opens just these; the caller has asked `visible` and stored the read event first. */
  readonly reveal: (file: CaseFile, holdings: readonly Holding[], within: Within) => Promise<Revealed>;
  readonly detailOf: (file: ActionFile, within: Within) => Promise<string | undefined>;
  readonly rationaleOf: (file: ItemFile, within: Within) => Promise<string | undefined>;
  /** One batch in the case's partition, all or nothing. */
  readonly commit: (change: CaseChange, within: Within) => Promise<Committed>;
  /** Process only, oldest in their state first. */
  readonly inStates: (states: readonly CaseState[], within: Within) => Promise<readonly Case[]>;
  readonly byAuthor: (author: PersonId, within: Within) => Promise<readonly Case[]>;
  readonly item: (caseId: CaseId, meetingId: MeetingId, within: Within) => Promise<ItemFile | undefined>;
  /** In the order of their numbers. */
  readonly itemsOf: (meetingId: MeetingId, within: Within) => Promise<readonly AgendaItem[]>;
  readonly action: (caseId: CaseId, actionId: ActionId, within: Within) => Promise<ActionFile | undefined>;
  /** What this person owns or stands in for, not done or cancelled, soonest first. */
  readonly pendingActionsOf: (person: PersonId, within: Within) => Promise<readonly Action[]>;
  /** Tasks whose owner has asked for a new date. */
  readonly newDatesAsked: (within: Within) => Promise<readonly Action[]>;
  /** Tasks whose next rung is at or before `now`, and cases whose informed-clock is; at most `limit` of each. */
  readonly remindersDue: (now: Instant, limit: number, within: Within) => Promise<readonly Action[]>;
  readonly clocksDue: (now: Instant, limit: number, within: Within) => Promise<readonly CaseId[]>;
};
