/** What was known a short while ago. `now` in milliseconds. */
export type AgingCache<T> = {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T) => void;
  readonly drop: (key: string) => void;
  /** How many it holds, old ones too. */
  readonly size: () => number;
};
export type CacheBounds = {
  readonly limit: number;
  readonly maxAgeMs: number;
  readonly now: () => number;
};

/**
 * Forgets what is older than `maxAgeMs` when something newer comes or it is asked for, and the one that came first when
 * there are more than `limit`.
 */
export const agingCache = <T>({ limit, maxAgeMs, now }: CacheBounds): AgingCache<T> => {
  const held = new Map<string, { readonly value: T; readonly since: number }>();
  const drop = (key: string): void => {
    held.delete(key);
  };
  const isOld = ({ since }: { readonly since: number }): boolean => now() - since >= maxAgeMs;
  /** They stand in the order they came. */
  const evict = (): void => {
    for (const [key, one] of held) {
      if (held.size <= limit && !isOld(one)) return;
      drop(key);
    }
  };
  return {
    get: key => {
      const found = held.get(key);
      if (found === undefined) return undefined;
      if (!isOld(found)) return found.value;
      drop(key);
      return undefined;
    },
    put: (key, value) => {
      drop(key);
      held.set(key, { value, since: now() });
      evict();
    },
    drop,
    size: () => held.size,
  };
};
