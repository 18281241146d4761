import { type Instant } from '../domain/time';
import { canonical } from './canonical';
import { type ChainHead, type Digest } from './event';
import { rootOf, type TreeHash } from './merkle';

/** Where the chain of one partition ended when the anchor was made. */
export type Leaf = ChainHead & { readonly partition: string };
/** Who signed, and the signature. */
type Signature = { readonly keyId: string; readonly signature: string };

/** What an anchor says: every chain that grew since the one before it, under one root. */
type Statement = {
  /** From 1, without gap. */
  readonly number: number;
  readonly at: Instant;
  /** The hash of the anchor before it; empty in the first. */
  readonly previous: string;
  readonly root: string;
};
export type Anchor = Statement & { readonly leaves: readonly Leaf[] } & Signature;

/** What makes an anchor, and what checks one; none of it is the database owners'. */
export type Seal = {
  readonly tree: TreeHash;
  readonly hash: Digest;
  readonly sign: (text: string) => Signature;
};
export type Check = Omit<Seal, 'sign'> & {
  readonly verifies: (text: string, signature: Signature) => boolean;
};

const statementOf = ({ number, at, previous, root }: Statement): string =>
  canonical({ number, at, previous, root });
const leafText = ({ partition, sequence, hash }: Leaf): string => canonical([partition, sequence, hash]);
const byPartition = (one: Leaf, other: Leaf): number => (one.partition < other.partition ? -1 : 1);
const rootOver = (leaves: readonly Leaf[], tree: TreeHash): string =>
  rootOf(leaves.map(leafText), tree) ?? '';

const hashOf = (anchor: Anchor, hash: Digest): string => hash(statementOf(anchor));

type Making = { readonly leaves: readonly Leaf[]; readonly at: Instant };

/** The anchor that follows `last`, over these chains. */
export const anchorAfter = (last: Anchor | undefined, { leaves, at }: Making, seal: Seal): Anchor => {
  const sorted = [...leaves].sort(byPartition);
  const statement = {
    number: (last?.number ?? 0) + 1,
    at,
    previous: last === undefined ? '' : hashOf(last, seal.hash),
    root: rootOver(sorted, seal.tree),
  };
  return { ...statement, leaves: sorted, ...seal.sign(statementOf(statement)) };
};

/** What is wrong with an anchor that should follow `last`; undefined when nothing is. */
export const faultIn = (anchor: Anchor, last: Anchor | undefined, check: Check): string | undefined => {
  if (!check.verifies(statementOf(anchor), anchor)) return 'it was not signed by this program';
  if (anchor.root !== rootOver(anchor.leaves, check.tree)) return 'its root is not that of its chains';
  if (anchor.number !== (last?.number ?? 0) + 1) return 'one before it is missing';
  return anchor.previous === (last === undefined ? '' : hashOf(last, check.hash))
    ? undefined
    : 'it does not follow the one before it';
};
