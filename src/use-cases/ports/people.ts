import { type Fact } from '../../audit/event';
import { type CommandId, type PersonId } from '../../domain/ids';
import { type OutboxEntry } from '../../domain/outbox';
import { type Identity, type Person } from '../../domain/people';
import { type Committed, type Filed, type Within } from './common';

/** How to reach someone's chat with the bot, or the channel; captured whenever they are heard of. */
export type Reference = {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly userId?: string;
};
export type PersonFile = Filed & {
  readonly person: Person;
  readonly reference?: Reference;
  /** The reference is new, and what waited for it has perhaps not been released yet. */
  readonly releasing?: true;
};

export type People = {
  /** The person as the directory has them now, read per press (never only from a cache). */
  readonly byIdentity: (identity: Identity, within: Within) => Promise<PersonFile | undefined>;
  readonly load: (id: PersonId, within: Within) => Promise<PersonFile | undefined>;
  /** Whether this very command was saved in the person's partition before. */
  readonly known: (id: PersonId, command: CommandId, within: Within) => Promise<boolean>;
  /** The whole directory, by name; removed people too. */
  readonly all: (within: Within) => Promise<readonly Person[]>;
  /**
   * Adds when `file` is undefined. The event chains in the changed person's partition. Rejects when an identity is
   * somebody else's now.
   */
  readonly save: (
    change: {
      readonly person: Person;
      readonly file?: PersonFile;
      readonly fact: Fact;
      readonly outbox?: readonly OutboxEntry[];
    },
    within: Within,
  ) => Promise<Committed>;
  /** Reads and refusals chain in the reader's own partition, so that readers never contend. Retries by itself. */
  readonly recordLookup: (
    lookup: { readonly by: PersonFile; readonly fact: Fact; readonly outbox?: readonly OutboxEntry[] },
    within: Within,
  ) => Promise<void>;
  /** Keeps the newest reference and releases what waited for it; writes nothing when it is the same. */
  readonly captureReference: (by: PersonFile, reference: Reference, within: Within) => Promise<void>;
};

/** Where the resource group's channel is reached, captured when the bot hears from the team. */
export type Channel = {
  readonly reference: (within: Within) => Promise<Reference | undefined>;
  readonly capture: (reference: Reference, within: Within) => Promise<void>;
};
