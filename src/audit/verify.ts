import { type Instant } from '../domain/time';
import { type Anchor, type Check, faultIn } from './anchor';
import {
  type Anchored,
  type Fault,
  faultInChain,
  faultInEvent,
  type LyingChain,
  type LyingEvent,
  type Rules,
} from './verify-chain';

/** What was checked; `young` are the events that no anchor has seen yet. */
export type Checked = {
  readonly events: number;
  readonly chains: number;
  readonly documents: number;
  readonly anchors: number;
  readonly anchored: number;
  readonly young: number;
  readonly lastAnchorAt?: Instant;
};
export type Verdict = { readonly checked: Checked; readonly wrong?: string };

/** What anchors have seen, by partition. */
export type Seen = ReadonlyMap<string, Anchored>;
type Anchors = {
  readonly seen: Seen;
  readonly count: number;
  readonly last?: Anchor;
  readonly wrong?: string;
};

const told = ({ partition, sequence, what }: Fault): string =>
  `${partition}, event ${sequence.toString()}: ${what}`;

const see = (seen: Map<string, Map<number, string>>, { leaves }: Anchor): void => {
  for (const { partition, sequence, hash } of leaves)
    seen.set(partition, (seen.get(partition) ?? new Map<number, string>()).set(sequence, hash));
};

/** Checks each anchor against the one before it, and gathers what they have seen. */
export const readAnchors = async (
  lying: AsyncIterable<Anchor | undefined>,
  check: Check,
): Promise<Anchors> => {
  const seen = new Map<string, Map<number, string>>();
  let [count, last]: [number, Anchor | undefined] = [0, undefined];
  for await (const anchor of lying) {
    const fault = anchor === undefined ? 'it cannot be read' : faultIn(anchor, last, check);
    if (anchor === undefined || fault !== undefined)
      return { seen, count, wrong: `anchor ${(count + 1).toString()}: ${fault ?? ''}` };
    see(seen, anchor);
    [count, last] = [count + 1, anchor];
  }
  return last === undefined ? { seen, count } : { seen, count, last };
};

const NONE: Anchored = new Map();
const lastSeen = (anchored: Anchored): number =>
  [...anchored.keys()].reduce((one, other) => Math.max(one, other), 0);

const counted = (checked: Checked, { events, documents }: LyingChain, anchored: Anchored): Checked => {
  const until = lastSeen(anchored);
  const old = events.filter(({ event }) => event.sequence <= until).length;
  return {
    ...checked,
    events: checked.events + events.length,
    chains: checked.chains + 1,
    documents: checked.documents + documents.size,
    anchored: checked.anchored + old,
    young: checked.young + events.length - old,
  };
};

type Verifying = {
  readonly chains: AsyncIterable<LyingChain>;
  readonly anchors: Anchors;
  readonly rules: Rules;
  /** Reads a chain anew: somebody may have written between two pages of it. */
  readonly again: (partition: string) => Promise<LyingChain>;
};

const faultOf = async (chain: LyingChain, anchored: Anchored, { rules, again }: Verifying) => {
  const fault = faultInChain(chain, anchored, rules);
  return fault && faultInChain(await again(chain.partition), anchored, rules);
};

const begin = ({ count, last }: Anchors): Checked => ({
  ...{ events: 0, chains: 0, documents: 0, anchors: count, anchored: 0, young: 0 },
  ...(last === undefined ? {} : { lastAnchorAt: last.at }),
});

/** Checks every chain as it comes, and stops at the first fault. One chain at a time is held. */
export const verify = async (verifying: Verifying): Promise<Verdict> => {
  const { chains, anchors } = verifying;
  let checked = begin(anchors);
  if (anchors.wrong !== undefined) return { checked, wrong: anchors.wrong };
  for await (const chain of chains) {
    const anchored = anchors.seen.get(chain.partition) ?? NONE;
    const fault = await faultOf(chain, anchored, verifying);
    checked = counted(checked, chain, anchored);
    if (fault !== undefined) return { checked, wrong: told(fault) };
  }
  return { checked };
};

/** Events by themselves, such as those of readers about one case: their chains are not checked. */
export const verifySingles = (
  { checked, wrong }: Verdict,
  {
    lying,
    seen,
    rules,
  }: { readonly lying: readonly LyingEvent[]; readonly seen: Seen; readonly rules: Rules },
): Verdict => {
  if (wrong !== undefined) return { checked, wrong };
  const more = { ...checked, events: checked.events + lying.length };
  const fault = lying
    .map(one => faultInEvent(one, seen.get(one.event.partition) ?? NONE, rules))
    .find(one => one !== undefined);
  return fault === undefined ? { checked: more } : { checked: more, wrong: told(fault) };
};
