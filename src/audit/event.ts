import { type CaseId, type CommandId, type PersonId, type AgencyId } from '../domain/ids';
import { type Holding } from '../domain/groups';
import { type Role } from '../domain/people';
import { type Instant } from '../domain/time';

/** What happened, before it has a place in a chain. Never content. */
export type Fact = {
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly by: {
    readonly person: PersonId | 'system';
    readonly agency?: AgencyId;
    readonly roles: readonly Role[];
  };
  readonly operation: string;
  /** What it was done to: a case, draft, task, meeting or person, by its id. */
  readonly subject: string;
  readonly caseId?: CaseId;
  /** What was shown, and nothing but what was shown. */
  readonly disclosed: readonly Holding[];
  readonly allowed: boolean;
  readonly rule: string;
};

/** Where a chain ends: the next event names this. */
export type ChainHead = { readonly sequence: number; readonly hash: string };
export type AuditEvent = Fact & {
  readonly sequence: number;
  readonly previous: string;
  /** Over the whole event, under a key the owners of the database do not have. */
  readonly hash: string;
};

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '' };
/** A keyed digest as hexadecimal text. */
export type Digest = (text: string) => string;

/** Text that is the same for the same event, whatever order its keys came in. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
};

/** The event that follows `head`: it carries the hash before it, so that none can be changed, moved or left out. */
export const chained = (fact: Fact, head: ChainHead, digest: Digest): AuditEvent => {
  const linked = { ...fact, sequence: head.sequence + 1, previous: head.hash };
  return { ...linked, hash: digest(canonical(linked)) };
};
export const headOf = ({ sequence, hash }: AuditEvent): ChainHead => ({ sequence, hash });

/** Whether this event is whole and really follows `head`. */
export const follows = (event: AuditEvent, head: ChainHead, digest: Digest): boolean => {
  const { hash, ...rest } = event;
  return (
    rest.sequence === head.sequence + 1 && rest.previous === head.hash && digest(canonical(rest)) === hash
  );
};
