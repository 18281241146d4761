/** Chance that can be had again: everything that is chosen for one case follows from the seed and its number. */
export type Random = {
  /** From 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** One of these, or undefined when there is none. */
  readonly any: <T>(list: readonly T[]) => T | undefined;
  readonly chance: (share: number) => boolean;
};

const STEP = 0x6d2b79f5;

/** Mulberry32: small, quick and good enough to choose mutations by. */
const stream = (start: number): (() => number) => {
  let state = start | 0;
  return () => {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const randomFor = (seed: number, place: number): Random => {
  const next = stream(Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: list => list[below(list.length)] ?? list[0],
    any: list => list[below(list.length)],
    chance: share => next() < share,
  };
};
