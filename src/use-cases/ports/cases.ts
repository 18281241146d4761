import { type Action } from '../../domain/action';
import { type AgendaItem } from '../../domain/agenda';
import { type Case, type CaseState } from '../../domain/case';
import { type CaseCode } from '../../domain/code';
import { type Consent, type ConsentTerms } from '../../domain/consent';
import { type Revealed } from '../../domain/content';
import { type DecisionWords } from '../../domain/decision-words';
import { type Holding } from '../../domain/groups';
import {
  type ActionId,
  type AgencyId,
  type CaseId,
  type CommandId,
  type MeetingId,
  type PersonId,
} from '../../domain/ids';
import { type Service } from '../../domain/referral';
import { type Instant } from '../../domain/time';
import { type Because, type Committed, type Filed, type Version, type Within } from './common';
import { type ContributionChange, type Contributions } from './contributions';
import { type IncidentChange, type Incidents } from './incidents';
import { type PlanChange, type Plans } from './plans';
import { type SealedPiece } from './sealed-piece';
import { type SharingChange, type Sharings } from './sharings';

export type { SealedPiece } from './sealed-piece';

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
  /** Which existing service was tried before a new measure; in the group that the service belongs to. */
  readonly tried?: SealedPiece;
  /** When it rings next. */
  readonly remindAt?: Instant;
};

/** A consent as it was recorded; it stays, and is never changed. Its terms are absent only where they were erased. */
export type ConsentFile = {
  readonly caseId: CaseId;
  readonly consent: Consent;
  readonly terms?: SealedPiece;
};
/** Kept beside the case as the record of what was agreed to, the terms sealed under where it was recorded. */
export type ConsentChange = { readonly consent: Consent; readonly terms?: ConsentTerms };

export type { Revealed } from '../../domain/content';

export type ItemChange = {
  readonly item: AgendaItem;
  /** Undefined creates it. */
  readonly version?: Version;
  /** Kept as it lies unless a new one is given. */
  readonly rationale?: { readonly origin: AgencyId; readonly words: DecisionWords };
  readonly keep?: SealedPiece;
};
export type ActionChange = {
  readonly action: Action;
  readonly version?: Version;
  /** When its owner is to be reminded next; undefined ends the reminders. */
  readonly remindAt?: Instant;
  readonly detail?: { readonly origin: AgencyId; readonly text: string };
  readonly keep?: SealedPiece;
  readonly tried?: { readonly origin: AgencyId; readonly service: Service };
  readonly keepTried?: SealedPiece;
};

export type CaseChange = Because & {
  readonly file: CaseFile;
  readonly kase: Case;
  /** When the case's clock rings next; undefined stops it. */
  readonly clockAt?: Instant;
  /** Sections sealed anew; the others stay as they lie. */
  readonly content?: Revealed;
  /** Sections whose content and keys are destroyed. */
  readonly erased?: readonly Holding[];
  readonly item?: ItemChange;
  readonly action?: ActionChange;
  readonly consent?: ConsentChange;
  readonly plan?: PlanChange;
  readonly sharing?: SharingChange;
  readonly incident?: IncidentChange;
  readonly contribution?: ContributionChange;
};

export type { ContributionChange, ContributionFile, ContributionKey } from './contributions';

export type Cases = Contributions &
  Incidents &
  Plans &
  Sharings & {
    /** Undefined when there is no such case. */
    readonly load: (id: CaseId, within: Within) => Promise<CaseFile | undefined>;
    readonly idOf: (code: CaseCode, within: Within) => Promise<CaseId | undefined>;
    /** Whether this very command was saved in the case's partition before, as a draft or as a case. */
    readonly known: (id: CaseId, command: CommandId, within: Within) => Promise<boolean>;
    /** Opens just these; the caller has asked `visible` and stored the read event first. */
    readonly reveal: (file: CaseFile, holdings: readonly Holding[], within: Within) => Promise<Revealed>;
    readonly detailOf: (file: ActionFile, within: Within) => Promise<string | undefined>;
    readonly triedOf: (file: ActionFile, within: Within) => Promise<Service | undefined>;
    /** What its decision says in words; the caller has asked `mayReadRationale` and stored the read event first. */
    readonly rationaleOf: (file: ItemFile, within: Within) => Promise<DecisionWords | undefined>;
    /** Any consent that was ever given in the case, by its version. */
    readonly consent: (caseId: CaseId, version: number, within: Within) => Promise<ConsentFile | undefined>;
    /** What it says in words; the caller has asked `mayReadTerms` and stored the read event first. */
    readonly termsOf: (file: ConsentFile, within: Within) => Promise<ConsentTerms | undefined>;
    /** One batch in the case's partition, all or nothing. */
    readonly commit: (change: CaseChange, within: Within) => Promise<Committed>;
    /** Under whose part of which section anything lies sealed, wherever in the case. */
    readonly sealedUnder: (id: CaseId, within: Within) => Promise<readonly Holding[]>;
    /** For good: what these keys sealed is gone, here and in every copy. */
    readonly destroyKeys: (id: CaseId, of: readonly Holding[] | 'all', within: Within) => Promise<void>;
    /** Process only, oldest in their state first. */
    readonly inStates: (states: readonly CaseState[], within: Within) => Promise<readonly Case[]>;
    /** Process only: every case that somebody may still have something to do in, or with. */
    readonly unfinished: (within: Within) => Promise<readonly Case[]>;
    readonly byAuthor: (author: PersonId, within: Within) => Promise<readonly Case[]>;
    readonly item: (caseId: CaseId, meetingId: MeetingId, within: Within) => Promise<ItemFile | undefined>;
    /** In the order of their numbers. */
    readonly itemsOf: (meetingId: MeetingId, within: Within) => Promise<readonly AgendaItem[]>;
    /** Its items on every agenda that it has stood on. */
    readonly itemsOfCase: (caseId: CaseId, within: Within) => Promise<readonly AgendaItem[]>;
    readonly action: (caseId: CaseId, actionId: ActionId, within: Within) => Promise<ActionFile | undefined>;
    /** What this person owns or stands in for, not done or cancelled, soonest first. */
    readonly pendingActionsOf: (person: PersonId, within: Within) => Promise<readonly Action[]>;
    /** Tasks whose owner has asked for a new date. */
    readonly newDatesAsked: (within: Within) => Promise<readonly Action[]>;
    /** Tasks whose next rung is at or before `now`, and cases whose clock is; at most `limit` of each. */
    readonly remindersDue: (now: Instant, limit: number, within: Within) => Promise<readonly Action[]>;
    readonly clocksDue: (now: Instant, limit: number, within: Within) => Promise<readonly CaseId[]>;
  };
