/** RFC 6962 §2.1: what a leaf and what a node hash to, told apart by their first byte. */
export type TreeHash = {
  readonly leaf: (text: string) => string;
  readonly node: (left: string, right: string) => string;
};

/** The largest power of two that is smaller than `count`. */
const split = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);

/** The root over these texts, in this order, as hexadecimal text; undefined over none. */
export const rootOf = (texts: readonly string[], hash: TreeHash): string | undefined => {
  const [only] = texts;
  if (only === undefined || texts.length === 1) return only === undefined ? undefined : hash.leaf(only);
  const [left, right] = [texts.slice(0, split(texts.length)), texts.slice(split(texts.length))];
  const [one, other] = [rootOf(left, hash), rootOf(right, hash)];
  return one === undefined || other === undefined ? undefined : hash.node(one, other);
};
