import { type Anchor, type Leaf, type Seal } from '../../audit/anchor';
import { type Instant } from '../../domain/time';
import { type Within } from './common';

/** Anchors, where the owners of the database cannot write. Nothing that was appended is ever changed. */
export type Anchors = {
  /** `already-there`: this number is taken, by this very anchor or by another's. */
  readonly append: (anchor: Anchor, within: Within) => Promise<'done' | 'already-there'>;
  /** The one with the highest number. */
  readonly last: (within: Within) => Promise<Anchor | undefined>;
  /** Every one as it lies, by number. What cannot be read comes as it is, for the verifier to name. */
  readonly all: (within: Within) => AsyncIterable<unknown>;
};

/** What anchors are made of. */
export type Anchoring = {
  readonly anchors: Pick<Anchors, 'append' | 'last'>;
  /** Where each chain ends that grew at or after `since`; everywhere when undefined. */
  readonly endsSince: (since: Instant | undefined, within: Within) => Promise<readonly Leaf[]>;
  readonly seal: Seal;
};
