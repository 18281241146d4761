import { type Store } from 'express-rate-limit';

type WindowSettings = {
  readonly windowMs: number;
  /** Milliseconds that never jump. */
  readonly mono: () => number;
  /** How many keys are held at the most. */
  readonly mostKeys?: number;
};

/** A window's counts, and how many keys they hold. */
type WindowCounts = Store & { readonly size: () => number };

/** Some 1.5 MB at the most, for the longest keys there are. */
const MOST_KEYS = 10_000;

/** One window's counts at a time; asked for a key, it makes room first. */
const windowOf = ({ windowMs, mono, mostKeys = MOST_KEYS }: WindowSettings) => {
  const counts = new Map<string, number>();
  let since = mono();
  return {
    counts,
    roomFor: (key: string): void => {
      const isFull = counts.size >= mostKeys && !counts.has(key);
      if (mono() - since < windowMs && !isFull) return;
      counts.clear();
      since = mono();
    },
  };
};

/**
 * Counts hits by key in one window at a time, for all keys at once: when it is over, everything in it is forgotten, and
 * no timer is needed for that. When more keys come than it holds it begins anew: whoever has that many addresses is not
 * stopped by a limit on each of them, and memory is not theirs to take.
 */
export const createWindowCounts = (settings: WindowSettings): WindowCounts => {
  const { counts, roomFor } = windowOf(settings);
  return {
    localKeys: true,
    size: () => counts.size,
    increment: key => {
      roomFor(key);
      const totalHits = (counts.get(key) ?? 0) + 1;
      counts.set(key, totalHits);
      return { totalHits, resetTime: undefined };
    },
    decrement: key => {
      const hits = counts.get(key) ?? 0;
      if (hits > 0) counts.set(key, hits - 1);
    },
    resetKey: key => {
      counts.delete(key);
    },
  };
};
