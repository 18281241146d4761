import { type Anchor, anchorAfter, type Leaf } from '../audit/anchor';
import { type Instant, plusMs } from '../domain/time';
import { type Anchoring } from './ports/anchors';
import { type Within } from './ports/common';

/** Looked at twice, so that nothing falls between two looks whatever the clocks of the database's own machines say. */
const OVERLAP_MS = 120_000;

const isNew =
  (last: Anchor | undefined) =>
  ({ partition, sequence }: Leaf): boolean => {
    const known = last?.leaves.find(leaf => leaf.partition === partition);
    return known === undefined || known.sequence < sequence;
  };

/** Anchors every chain that grew since the last anchor; answers how many those were. `now` is the database's time. */
export const makeAnchor =
  ({ anchors, endsSince, seal }: Anchoring) =>
  async (now: Instant, within: Within): Promise<number> => {
    const last = await anchors.last(within);
    const since = last === undefined ? undefined : plusMs(last.at, -OVERLAP_MS);
    const leaves = (await endsSince(since, within)).filter(isNew(last));
    if (leaves.length === 0) return 0;
    const made = await anchors.append(anchorAfter(last, { leaves, at: now }, seal), within);
    return made === 'done' ? leaves.length : 0;
  };
