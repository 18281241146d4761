import { type Instant } from '../../domain/time';
import { type OutboxEntry } from '../../domain/outbox';
import { type CaseId, type MeetingId, type OutboxId, type PersonId } from '../../domain/ids';
import { type Posted, type PostedDigest } from '../../domain/posted';
import { type Version, type Within } from './common';

/** Where an entry is on its way. `sending` is ambiguous until it is `sent`: it may have arrived. */
export const OUTBOX_STATES = ['pending', 'claimed', 'sending', 'waiting', 'sent', 'dropped', 'dead'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export type OutboxFile = {
  readonly entry: OutboxEntry;
  readonly partition: string;
  readonly version: Version;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly epoch: number;
};

/** The one replica that sends. A claim made under an older epoch is void. */
export type Lease = {
  readonly holder: string;
  readonly epoch: number;
  readonly until: Instant;
  readonly version: Version;
};

/** Every answer carries the database's own time: leases are judged by it, never by a replica's clock. */
export type Timed<T> = { readonly value: T; readonly now: Instant };

export type OutboxCounts = {
  readonly pending: number;
  readonly due: number;
  readonly inFlight: number;
  readonly waiting: number;
  readonly dead: number;
  readonly oldestDueAt?: Instant;
  /** Whoever holds the lease now; it may have ended, or been given up. */
  readonly leader?: string;
  readonly epoch?: number;
};

/** Where a posted message's place is kept, its errand lies, too. */
export type Beside =
  { readonly person: PersonId } | { readonly caseId: CaseId } | { readonly meetingId: MeetingId };

export type Outbox = {
  /** Takes or renews the lease; undefined when another holds it. */
  readonly lead: (holder: string, leaseMs: number, within: Within) => Promise<Timed<Lease | undefined>>;
  /** Gives the lease up, so that a standby need not wait for its end. */
  readonly resign: (lease: Lease, within: Within) => Promise<void>;
  /** What is due at `now` and not in anybody's hands, oldest first. */
  readonly due: (now: Instant, limit: number, within: Within) => Promise<readonly OutboxFile[]>;
  /** Undefined when somebody else was first. Until `until` nobody else sees it as due. */
  readonly claim: (
    file: OutboxFile,
    claim: { readonly until: Instant; readonly epoch: number },
    within: Within,
  ) => Promise<OutboxFile | undefined>;
  /** The intent, stored before the send; undefined when the claim is void. */
  readonly intend: (file: OutboxFile, within: Within) => Promise<OutboxFile | undefined>;
  /** Sent. Where an item, an agenda or a digest was posted, its place is stored in the same batch. */
  readonly acknowledge: (file: OutboxFile, posted: Posted | undefined, within: Within) => Promise<void>;
  /** Try again at `at`. */
  readonly postpone: (file: OutboxFile, at: Instant, within: Within) => Promise<void>;
  /** `dropped`: no longer true. `dead`: cannot be delivered, the coordinator is told. `waiting`: until a reference comes. */
  readonly settle: (file: OutboxFile, state: 'dropped' | 'dead' | 'waiting', within: Within) => Promise<void>;
  /** Adds one that no command caused, such as a digest, beside what it is about; false when it is there already. */
  readonly add: (beside: Beside, entry: OutboxEntry, within: Within) => Promise<boolean>;
  /** Undefined when there is none of that id, or it is not dead. */
  readonly deadLetter: (id: OutboxId, within: Within) => Promise<OutboxFile | undefined>;
  /** A dead letter is due again at `at`, its attempts counted anew; false when somebody else moved it first. */
  readonly retry: (file: OutboxFile, at: Instant, within: Within) => Promise<boolean>;
  /** Where the newest digest to this person stands; its place is not known yet while one is on its way. */
  readonly lastDigest: (person: PersonId, within: Within) => Promise<PostedDigest | 'under-way' | undefined>;
  /** When it was sent. */
  readonly lastDigestAt: (person: PersonId, within: Within) => Promise<Instant | undefined>;
  readonly counts: (now: Instant, within: Within) => Promise<OutboxCounts>;
  /** Entries the coordinator should know of: dead, or waiting for somebody to install the app. */
  readonly troubles: (
    within: Within,
  ) => Promise<
    readonly { readonly entry: OutboxEntry; readonly state: 'dead' | 'waiting'; readonly since: Instant }[]
  >;
};
