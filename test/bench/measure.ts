import { performance } from 'node:perf_hooks';

/** One of the things that are compared. What it needs for a round is made before the clock runs. */
export type Variant = {
  readonly name: string;
  readonly prepare?: (times: number) => Promise<unknown>;
  readonly once: () => unknown;
};

const ROUNDS = 30;
const TIMES = 12;
export const RUNS = 3;

const sorted = (values: readonly number[]): readonly number[] =>
  [...values].sort((one, other) => one - other);

/** The value below which this share of all lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const all = sorted(values);
  return all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => {
  const all = sorted(values);
  const middle = all.length / 2;
  return ((all[Math.ceil(middle) - 1] ?? Number.NaN) + (all[Math.floor(middle)] ?? Number.NaN)) / 2;
};

const timed = async ({ prepare, once }: Variant, times: number): Promise<readonly number[]> => {
  await prepare?.(times);
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await once();
    taken.push(performance.now() - begun);
  }
  return taken;
};

const into = async (
  taken: number[] | undefined,
  variant: Variant | undefined,
  times: number,
): Promise<void> => {
  if (variant !== undefined) taken?.push(...(await timed(variant, times)));
};

type Plan = {
  readonly rounds?: number;
  readonly times?: number;
  /** A run ends after so long, with the rounds it has: what is slow needs fewer. */
  readonly mostMs?: number;
};
const FEWEST = 3;

/** Every one of them in this order, and in the next round from another one on. */
const turned = (variants: readonly Variant[], round: number): readonly number[] =>
  variants.map((_, offset) => (round + offset) % variants.length);

/** Milliseconds: the median of each variant, measured in turns so that a noisy moment meets all of them. */
const interleaved = async (variants: readonly Variant[], plan: Plan): Promise<readonly number[]> => {
  const { rounds = ROUNDS, times = TIMES, mostMs = Infinity } = plan;
  const begun = performance.now();
  const goesOn = (round: number): boolean => round < FEWEST || performance.now() - begun < mostMs;
  const taken = variants.map((): number[] => []);
  const order = Array.from({ length: rounds }, (_, round) => round);
  for (const round of order) {
    if (!goesOn(round)) break;
    for (const at of turned(variants, round)) await into(taken[at], variants[at], times);
  }
  return taken.map(median);
};

export type Compared = {
  /** In the order of the variants: the median over the runs. */
  readonly ms: readonly number[];
  /** Each variant over the last one: the median of the runs' own ratios. */
  readonly ratios: readonly number[];
};

/** Three runs, after one round that warms everything up. */
export const compared = async (variants: readonly Variant[], plan: Plan = {}): Promise<Compared> => {
  await interleaved(variants, { ...plan, rounds: 2 });
  const runs: (readonly number[])[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await interleaved(variants, plan));
  const over = (of: (run: readonly number[]) => number): number => median(runs.map(of));
  return {
    ms: variants.map((_, at) => over(run => run[at] ?? Number.NaN)),
    ratios: variants.map((_, at) => over(run => (run[at] ?? Number.NaN) / (run.at(-1) ?? Number.NaN))),
  };
};

/** How cost grows with size: 0 not at all, 1 in proportion. The slope through the logarithms. */
export const exponentOf = (points: readonly { readonly size: number; readonly cost: number }[]): number => {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (of: (log: { x: number; y: number }) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const sum = (of: (log: { x: number; y: number }) => number): number =>
    logs.reduce((total, log) => total + of(log), 0);
  return sum(({ x, y }) => (x - meanX) * (y - meanY)) / sum(({ x }) => (x - meanX) ** 2);
};

/** Milliseconds with their unit, for `from`. */
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
