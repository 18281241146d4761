import { type Instant } from '../domain/time';
import {
  type AuditEvent,
  type ChainHead,
  type Digest,
  EMPTY_CHAIN,
  headOf,
  isWhole,
  type Written,
} from './event';

/** An event as it lies: `misplaced` when what it is found by is not what it says. */
export type LyingEvent = { readonly event: AuditEvent; readonly misplaced: boolean };
/** One partition as it lies: its events in any order, and its other documents by keyed digest. */
export type LyingChain = {
  readonly partition: string;
  readonly events: readonly LyingEvent[];
  /** Documents that should be events and cannot be read as one, by id. */
  readonly unreadable: readonly string[];
  readonly documents: ReadonlyMap<string, string>;
  /** Where the subject says that its chain ends; undefined when the subject is gone. */
  readonly head?: ChainHead;
};
/** The first thing that is wrong in a chain, at the event that tells. */
export type Fault = { readonly partition: string; readonly sequence: number; readonly what: string };

export type Rules = {
  readonly digest: Digest;
  /** Whether the database itself may have let this document go by `until`, last saved at `at`. */
  readonly mayBeGone: (id: string, at: Instant, until: Instant) => boolean;
  readonly now: Instant;
};

/** What the chain says lies there: each document as the last event that named it left it. */
type Left = { readonly after: string; readonly sequence: number; readonly at: Instant };
type Walk = { head: ChainHead; readonly left: Map<string, Left> };
/** The hashes that anchors have seen, by place. */
export type Anchored = ReadonlyMap<number, string>;

const CHANGED = 'it was changed, or not written by this program';
const MISPLACED = 'it is found by something else than what it says';
const NOT_ANCHORED = 'it is not the event that was anchored';
const LINKS: readonly (readonly [
  what: string,
  isBroken: (lying: LyingEvent, head: ChainHead, partition: string) => boolean,
])[] = [
  ['it belongs to another partition', ({ event }, _, partition) => event.partition !== partition],
  ['there is more than one in its place', ({ event }, { sequence }) => event.sequence <= sequence],
  ['an event before it is missing', ({ event }, { sequence }) => event.sequence > sequence + 1],
  ['it does not follow the event before it', ({ event }, { hash }) => event.previous !== hash],
  [MISPLACED, ({ misplaced }) => misplaced],
];

/** Whether the document was, when this was written over it, as the event before left it. */
const wasAsLeft = (
  { before }: Written,
  known: Left | undefined,
  isGone: (since: Instant) => boolean,
): boolean => (before === undefined ? known === undefined || isGone(known.at) : before === known?.after);

const remember = ({ left }: Walk, { at, sequence }: AuditEvent, { id, after }: Written): void => {
  if (after === undefined) left.delete(id);
  else left.set(id, { after, sequence, at });
};

type Looking = { readonly chain: LyingChain; readonly anchored: Anchored; readonly rules: Rules };

/** What is wrong with this event where it stands; undefined when nothing is. */
const wrongWith = (
  lying: LyingEvent,
  walk: Walk,
  { chain, anchored, rules }: Looking,
): string | undefined => {
  const { event } = lying;
  if (!isWhole(event, rules.digest)) return CHANGED;
  const broken = LINKS.find(([, isBroken]) => isBroken(lying, walk.head, chain.partition));
  if (broken !== undefined) return broken[0];
  const seen = anchored.get(event.sequence);
  if (seen !== undefined && seen !== event.hash) return NOT_ANCHORED;
  const changed = event.documents?.find(
    written =>
      !wasAsLeft(written, walk.left.get(written.id), since => rules.mayBeGone(written.id, since, event.at)),
  );
  return changed && `${changed.id} had been changed before it`;
};

/** What is wrong at the end: the chain is cut off, or a document is not as its last event left it. */
const wrongAtEnd = (
  { chain, anchored, rules }: Looking,
  { head, left }: Walk,
): Omit<Fault, 'partition'> | undefined => {
  const missing = [...anchored.keys()].find(sequence => sequence > head.sequence);
  if (missing !== undefined)
    return { sequence: head.sequence + 1, what: 'it is missing: an anchor has seen it' };
  const end = chain.head;
  if (end !== undefined && (end.sequence !== head.sequence || end.hash !== head.hash))
    return { sequence: head.sequence, what: 'its subject says that the chain ends elsewhere' };
  const stray = [...chain.documents.keys()].find(id => !left.has(id));
  if (stray !== undefined)
    return { sequence: head.sequence, what: `${stray} lies there, and no event says so` };
  return [...left].flatMap(([id, { after, sequence, at }]) => {
    const lies = chain.documents.get(id);
    if (lies === after || (lies === undefined && rules.mayBeGone(id, at, rules.now))) return [];
    return [{ sequence, what: `${id} is ${lies === undefined ? 'gone' : 'not'} what it left` }];
  })[0];
};

const inOrder = ({ events }: LyingChain): readonly LyingEvent[] =>
  [...events].sort((one, other) => one.event.sequence - other.event.sequence);

/** Whether one event, apart from its chain, is whole, where it belongs, and the one that was anchored. */
export const faultInEvent = (
  { event, misplaced }: LyingEvent,
  anchored: Anchored,
  { digest }: Pick<Rules, 'digest'>,
): Fault | undefined => {
  const { partition, sequence, hash } = event;
  const at = (what: string): Fault => ({ partition, sequence, what });
  if (!isWhole(event, digest)) return at(CHANGED);
  if (misplaced) return at(MISPLACED);
  const seen = anchored.get(sequence);
  return seen === undefined || seen === hash ? undefined : at(NOT_ANCHORED);
};

/** The first fault of one chain, of what it says about its documents, and of what anchors have seen of it. */
export const faultInChain = (chain: LyingChain, anchored: Anchored, rules: Rules): Fault | undefined => {
  const looking = { chain, anchored, rules };
  const { partition, unreadable } = chain;
  const walk: Walk = { head: EMPTY_CHAIN, left: new Map() };
  for (const lying of inOrder(chain)) {
    const { event } = lying;
    const what = wrongWith(lying, walk, looking);
    if (what !== undefined) return { partition, sequence: event.sequence, what };
    event.documents?.forEach(written => {
      remember(walk, event, written);
    });
    walk.head = headOf(event);
  }
  const [first] = unreadable;
  const after = walk.head.sequence + 1;
  if (first !== undefined) return { partition, sequence: after, what: `${first} is not an event` };
  const end = wrongAtEnd(looking, walk);
  return end && { partition, ...end };
};
