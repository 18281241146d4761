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

/** A place within the limits, kept for a send that is about to begin. */
export type Slot = {
  /** It counts from now on as sent now. */
  readonly begin: () => void;
  /** Nothing was sent after all. */
  readonly giveBack: () => void;
};

export type Pacer = {
  /** Milliseconds until this thread may be sent to; without a thread only the overall limit counts. */
  readonly wait: (thread?: string) => number;
  /** A slot that is kept counts as if it were sent at any moment now: it will be, at none that is known. */
  readonly keep: (thread?: string) => Slot;
};

type Count = { bucket: Bucket; kept: number };
const counted = ({ bucket, kept }: Count, now: number): Bucket => [
  ...bucket,
  ...Array<number>(kept).fill(now),
];
const isIdle = ({ bucket, kept }: Count, limits: readonly Limit[], now: number): boolean =>
  kept === 0 && isEmpty(bucket, limits, now);

type Counted = { readonly count: Count; readonly limits: readonly Limit[] };

const slotIn = (all: readonly Counted[], mono: () => number): Slot => {
  const giveBack = (): void => {
    for (const { count } of all) count.kept -= 1;
  };
  for (const { count } of all) count.kept += 1;
  return {
    giveBack,
    begin: () => {
      giveBack();
      for (const { count, limits } of all) count.bucket = spent(count.bucket, limits, mono());
    },
  };
};

/** Counts the sends of this process. What another process sent is not known here: Teams answers 429, and is heeded. */
export const createPacer = (limits: Limits, mono: () => number): Pacer => {
  const threads = new Map<string, Count>();
  const overall: Counted = { count: { bucket: [], kept: 0 }, limits: limits.overall };
  const countsFor = (thread: string | undefined): readonly Counted[] => {
    if (thread === undefined) return [overall];
    const count = threads.get(thread) ?? { bucket: [], kept: 0 };
    return [overall, { count, limits: limits.thread }];
  };
  const forgetIdle = (now: number): void => {
    for (const [thread, count] of threads) if (isIdle(count, limits.thread, now)) threads.delete(thread);
  };
  return {
    wait: thread => {
      const now = mono();
      return Math.max(...countsFor(thread).map(one => waitFor(counted(one.count, now), one.limits, now)));
    },
    keep: thread => {
      forgetIdle(mono());
      const counts = countsFor(thread);
      const own = counts[1]?.count;
      if (thread !== undefined && own !== undefined) threads.set(thread, own);
      return slotIn(counts, mono);
    },
  };
};
