/** At most `count` sends in any `perMs` milliseconds. */
export type Limit = { readonly count: number; readonly perMs: number };

/** What Teams permits one bot (platform.md): in one thread, and in all. */
export type Limits = { readonly thread: readonly Limit[]; readonly overall: readonly Limit[] };
export const TEAMS_LIMITS: Limits = {
  thread: [
    { count: 7, perMs: 1_000 },
    { count: 60, perMs: 30_000 },
    { count: 1_800, perMs: 3_600_000 },
  ],
  overall: [{ count: 30, perMs: 1_000 }],
};

/** The moments of the sends that still count, oldest first, on a monotonic clock in milliseconds. */
export type Bucket = readonly number[];

const longest = (limits: readonly Limit[]): number => Math.max(...limits.map(({ perMs }) => perMs));

const waitUnder = (bucket: Bucket, { count, perMs }: Limit, now: number): number => {
  const oldestThatCounts = bucket.at(-count);
  return oldestThatCounts === undefined ? 0 : Math.max(0, oldestThatCounts + perMs - now);
};

/**
 * Milliseconds until one more send keeps every limit; 0 when it may go now. Moments are counted, not tokens
 * dripped: a bucket that refills lets nearly twice its size through across the edge of a window.
 */
export const waitFor = (bucket: Bucket, limits: readonly Limit[], now: number): number =>
  Math.max(0, ...limits.map(limit => waitUnder(bucket, limit, now)));

/** The bucket after a send at `now`, without what no limit counts any more. */
export const spent = (bucket: Bucket, limits: readonly Limit[], now: number): Bucket => [
  ...bucket.filter(at => at + longest(limits) > now),
  now,
];

/** Whether no limit counts anything in it any more. */
const isEmpty = (bucket: Bucket, limits: readonly Limit[], now: number): boolean =>
  bucket.every(at => at + longest(limits) <= now);

export type Pacer = {
  /** Milliseconds until this thread may be sent to; without a thread only the overall limit counts. */
  readonly wait: (thread?: string) => number;
  readonly spend: (thread?: string) => void;
};

/** Counts the sends of this process. What another process sent is not known here: Teams answers 429, and is heeded. */
export const createPacer = (limits: Limits, mono: () => number): Pacer => {
  const threads = new Map<string, Bucket>();
  const all = { bucket: [] as Bucket };
  const bucketOf = (thread: string | undefined): Bucket =>
    thread === undefined ? [] : (threads.get(thread) ?? []);
  const forgetEmpty = (now: number): void => {
    for (const [thread, bucket] of threads) if (isEmpty(bucket, limits.thread, now)) threads.delete(thread);
  };
  return {
    wait: thread => {
      const now = mono();
      const ofThread = waitFor(bucketOf(thread), limits.thread, now);
      return Math.max(ofThread, waitFor(all.bucket, limits.overall, now));
    },
    spend: thread => {
      const now = mono();
      forgetEmpty(now);
      all.bucket = spent(all.bucket, limits.overall, now);
      if (thread !== undefined) threads.set(thread, spent(bucketOf(thread), limits.thread, now));
    },
  };
};
