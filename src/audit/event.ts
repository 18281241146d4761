import { type CaseId, type CommandId, type PersonId, type AgencyId } from '../domain/ids';
import { type Holding } from '../domain/groups';
import { type Identity, type Role } from '../domain/people';
import { type Instant } from '../domain/time';
import { canonical } from './canonical';

/** The message through which something was shown, so that it can be edited when it may no longer be. */
export type Where = { readonly conversationId: string; readonly activityId: string };

/** What happened, before it has a place in a chain. Never content. */
export type Fact = {
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly by: {
    readonly person: PersonId | 'system';
    /** The account that pressed; a person may have several. */
    readonly account?: Identity;
    readonly agency?: AgencyId;
    readonly roles: readonly Role[];
  };
  readonly operation: string;
  /** What it was done to: a case, draft, task, meeting or person, by its id. */
  readonly subject: string;
  readonly caseId?: CaseId;
  /** What was shown, and nothing but what was shown. */
  readonly disclosed: readonly Holding[];
  /** Whose part of which section was destroyed, when that is what happened. */
  readonly erased?: readonly Holding[];
  readonly allowed: boolean;
  readonly rule: string;
  /** The version of the tables that answered, and of the case's consent where it has one. */
  readonly policy: string;
  readonly consent?: number;
  readonly where?: Where;
};

/** A document that was written with the event, by keyed digests: no `before` was created, no `after` is gone. */
export type Written = { readonly id: string; readonly before?: string; readonly after?: string };

/** What lies in a chain: a fact, in which partition, and what was written with it. */
export type Entry = Fact & { readonly partition: string; readonly documents?: readonly Written[] };

/** Where a chain ends: the next event names this. */
export type ChainHead = { readonly sequence: number; readonly hash: string };
export type AuditEvent = Entry & {
  readonly sequence: number;
  readonly previous: string;
  /** Over the whole event, under a key the owners of the database do not have. */
  readonly hash: string;
};

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '' };
/** A keyed digest as hexadecimal text. */
export type Digest = (text: string) => string;

/** The event that follows `head`: it carries the hash before it, so that none can be changed, moved or left out. */
export const chained = (entry: Entry, head: ChainHead, digest: Digest): AuditEvent => {
  const linked = { ...entry, sequence: head.sequence + 1, previous: head.hash };
  return { ...linked, hash: digest(canonical(linked)) };
};
export const headOf = ({ sequence, hash }: ChainHead): ChainHead => ({ sequence, hash });

/** Whether nothing in it was changed since it was chained. */
export const isWhole = ({ hash, ...rest }: AuditEvent, digest: Digest): boolean =>
  digest(canonical(rest)) === hash;

/** Whether this event is whole and really follows `head`. */
export const follows = (event: AuditEvent, head: ChainHead, digest: Digest): boolean =>
  event.sequence === head.sequence + 1 && event.previous === head.hash && isWhole(event, digest);
