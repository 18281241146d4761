/** What was known a short while ago. `now` in milliseconds. */
export type AgingCache<T> = {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T) => void;
  readonly drop: (key: string) => void;
};
export type CacheBounds = {
  readonly limit: number;
  readonly maxAgeMs: number;
  readonly now: () => number;
};

/** Forgets what is older than `maxAgeMs`, and the one that came first when there are more than `limit`. */
export const agingCache = <T>({ limit, maxAgeMs, now }: CacheBounds): AgingCache<T> => {
  const held = new Map<string, { readonly value: T; readonly since: number }>();
  const drop = (key: string): void => {
    held.delete(key);
  };
  const evict = (): void => {
    const [first] = held.keys();
    if (held.size > limit && first !== undefined) drop(first);
  };
  return {
    get: key => {
      const found = held.get(key);
      if (found === undefined) return undefined;
      if (now() - found.since < maxAgeMs) return found.value;
      drop(key);
      return undefined;
    },
    put: (key, value) => {
      drop(key);
      held.set(key, { value, since: now() });
      evict();
    },
    drop,
  };
};
