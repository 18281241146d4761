import { createHash } from 'node:crypto';
import { type AuditEvent, chained, type ChainHead, EMPTY_CHAIN, headOf } from '../../src/audit/event';
import { type Draft } from '../../src/domain/draft';
import { type AgencyId, type CaseId } from '../../src/domain/ids';
import { type OutboxEntry } from '../../src/domain/outbox';
import { type PostedDigest } from '../../src/domain/posted';
import { type Instant, plusMs } from '../../src/domain/time';
import {
  type ActionFile,
  type CaseFile,
  type ConsentFile,
  type ContributionFile,
  type ItemFile,
} from '../../src/use-cases/ports/cases';
import { type SharingFile } from '../../src/use-cases/ports/sharings';
import { type PlanFile } from '../../src/use-cases/ports/plans';
import { type Because, type Committed, type Version, type Within } from '../../src/use-cases/ports/common';
import { type DraftFile } from '../../src/use-cases/ports/drafts';
import { type MeetingFile, type MinutesFile } from '../../src/use-cases/ports/meetings';
import { type GapFile } from '../../src/use-cases/ports/gaps';
import { type IncidentFile } from '../../src/use-cases/ports/incidents';
import { type Lease, type OutboxFile } from '../../src/use-cases/ports/outbox';
import { type PersonFile, type Reference } from '../../src/use-cases/ports/people';

type KeptCase = CaseFile & { readonly clockAt?: Instant };
/** As it is indexed while nobody has reviewed it. */
type KeptSharing = SharingFile & { readonly reviewFrom?: AgencyId; readonly reviewBy?: Instant };
type KeptAction = ActionFile & { readonly remindAt?: Instant };
export type KeptDraft = DraftFile & { readonly storedAt: Instant };
export type KeptEntry = OutboxFile & { readonly outboxAt?: Instant; readonly storedAt: Instant };
type KeptEvent = { readonly partition: string; readonly event: AuditEvent };

/** Everything the fakes remember, as plain values. A test may look, and may put things there. */
export type StoreState = {
  now: Instant;
  readonly cases: Map<string, KeptCase>;
  readonly drafts: Map<string, KeptDraft>;
  readonly items: Map<string, ItemFile>;
  readonly actions: Map<string, KeptAction>;
  readonly consents: Map<string, ConsentFile>;
  readonly contributions: Map<string, ContributionFile>;
  readonly plans: Map<string, PlanFile>;
  readonly sharings: Map<string, KeptSharing>;
  readonly meetings: Map<string, MeetingFile>;
  readonly gaps: Map<string, GapFile>;
  readonly incidents: Map<string, IncidentFile>;
  readonly minutes: Map<string, MinutesFile>;
  readonly people: Map<string, PersonFile>;
  readonly codes: Map<string, CaseId>;
  readonly numbers: Map<string, { readonly target: CaseId; readonly at: Instant }>;
  readonly outbox: Map<string, KeptEntry>;
  readonly digests: Map<string, PostedDigest & { readonly sentAt?: Instant }>;
  readonly events: KeptEvent[];
  /** Nonces of tickets that were used. */
  readonly tickets: Set<string>;
  channel?: Reference;
  lease?: Lease;
  versions: number;
};

export const emptyState = (now: Instant): StoreState => ({
  now,
  cases: new Map(),
  drafts: new Map(),
  items: new Map(),
  actions: new Map(),
  consents: new Map(),
  contributions: new Map(),
  plans: new Map(),
  sharings: new Map(),
  meetings: new Map(),
  gaps: new Map(),
  incidents: new Map(),
  minutes: new Map(),
  people: new Map(),
  codes: new Map(),
  numbers: new Map(),
  outbox: new Map(),
  digests: new Map(),
  events: [],
  tickets: new Set(),
  versions: 0,
});

/** Not secret: it only makes the chain of a test one that can be followed. */
export const fakeDigest = (text: string): string => createHash('sha256').update(text).digest('hex');

export const nextVersion = (state: StoreState): Version => {
  state.versions += 1;
  return `version-${state.versions.toString()}` as Version;
};

/** As a request that takes a moment: others may come between; rejects as a port does after the deadline. */
export const turn = async (within: Within): Promise<void> => {
  within.throwIfAborted();
  await Promise.resolve();
};

const entryKey = (partition: string, { id }: OutboxEntry): string => `${partition}/${id}`;

export const keepEntry = (state: StoreState, kept: Omit<KeptEntry, 'version' | 'storedAt'>): KeptEntry => {
  const entry = { ...kept, version: nextVersion(state), storedAt: state.now };
  state.outbox.set(entryKey(kept.partition, kept.entry), entry);
  return entry;
};

/** At most one for its cause, occurrence and recipient; false when it is there already. */
export const addEntry = (state: StoreState, partition: string, entry: OutboxEntry): boolean => {
  if (state.outbox.has(entryKey(partition, entry))) return false;
  keepEntry(state, { entry, partition, state: 'pending', attempts: 0, epoch: 0, outboxAt: entry.at });
  return true;
};

export const isKnown = (state: StoreState, partition: string, command: string): boolean =>
  state.events.some(one => one.partition === partition && one.event.commandId === command);

type Commit = Because & {
  readonly partition: string;
  readonly head?: ChainHead;
  /** Whether everything still is as it was read. */
  readonly unchanged: boolean;
  readonly apply: (head: ChainHead) => void;
};

/** One batch: all of it, or the reason why nothing of it. */
export const commit = (state: StoreState, change: Commit): Committed => {
  const { partition, fact, outbox, head = EMPTY_CHAIN } = change;
  if (isKnown(state, partition, fact.commandId)) return 'already-done';
  if (!change.unchanged) return 'changed-meanwhile';
  const event = chained({ ...fact, partition }, head, fakeDigest);
  state.events.push({ partition, event });
  outbox.forEach(entry => addEntry(state, partition, entry));
  change.apply(headOf(event));
  return 'done';
};

const DRAFT_MS = 30 * 86_400_000;
export const isAlive = (draft: KeptDraft, state: StoreState): boolean =>
  state.now < plusMs(draft.storedAt, DRAFT_MS);
export const briefOf = ({ id, savedAt }: Draft): Pick<Draft, 'id' | 'savedAt'> => ({ id, savedAt });
