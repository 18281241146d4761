import { PARTS } from './estate';
import { answer } from './happenings';
import { seeded } from './random';
import { type Outcome, run, type Scenario } from './run';
import { type Fault, type Plan } from './sim';

/** One process of three dies at its n-th request, before it has an effect or after. */
type Point = { readonly seed: number; readonly at: number; readonly when: 'before' | 'after' };

const VICTIM = 'replica-1';

/** Writes where it died into `where`. */
const dyingAt = ({ at, when }: Point, where: { name?: string; sends?: boolean }): Plan => ({
  fault: (replica, name): Fault | undefined => {
    if (replica.name !== VICTIM || replica.requests !== at) return undefined;
    where.name = name;
    where.sends = replica.attempts.size > 0;
    return `crash-${when}`;
  },
  refusal: () => undefined,
});

const scenarioOf = (seed: number, plan: Plan): Scenario => ({
  random: seeded(seed),
  parts: PARTS,
  replicas: 3,
  plan,
  happenings: [{ from: 40, act: answer, name: 'answer' }],
  faultyMs: 300_000,
  pollMs: 5_000,
});

/** How many requests the process makes when nothing goes wrong, and it leads throughout. */
const requestsOf = async (seed: number): Promise<number> => {
  const nowhere = dyingAt({ seed, at: 0, when: 'before' }, {});
  const { replicas } = await run(scenarioOf(seed, nowhere));
  return replicas[0]?.requests ?? 0;
};

/** Only a crash between a send's beginning and its acknowledgement's effect may send again, and then once. */
const mayRepeat = ({ when }: Point, where: { readonly name?: string; readonly sends?: boolean }): boolean =>
  where.sends === true && (where.name === 'send' ? when === 'after' : when === 'before');

const crashAt = async (point: Point, trace?: Scenario['trace']): Promise<Outcome> => {
  const where: { name?: string; sends?: boolean } = {};
  const scenario = scenarioOf(point.seed, dyingAt(point, where));
  const outcome = await run({ ...scenario, ...(trace && { trace }) });
  const isTooMuch = outcome.extra > (mayRepeat(point, where) ? 1 : 0);
  const wrong = `doubled: ${outcome.extra.toString()} extra after a crash ${point.when} ${where.name ?? '-'}`;
  return { ...outcome, wrongs: [...outcome.wrongs, ...(isTooMuch ? [wrong] : [])] };
};

export type Crashes = {
  readonly points: number;
  readonly runs: number;
  readonly extra: number;
  readonly mostExtra: number;
  readonly wrongs: readonly string[];
};

const pointsOf = (seed: number, requests: number): readonly Point[] =>
  Array.from({ length: requests }, (_, before) => before + 1).flatMap(at =>
    (['before', 'after'] as const).map(when => ({ seed, at, when })),
  );

/** Every request of the whole morning × before and after its effect × the seeds. */
export const everyCrash = async (from: number, seeds: number): Promise<Crashes> => {
  const sum = { points: 0, runs: 0, extra: 0, mostExtra: 0 };
  const wrongs: string[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const requests = await requestsOf(seed);
    sum.points = Math.max(sum.points, requests);
    for (const point of pointsOf(seed, requests)) {
      const outcome = await crashAt(point);
      sum.runs += 1;
      sum.extra += outcome.extra;
      sum.mostExtra = Math.max(sum.mostExtra, outcome.extra);
      wrongs.push(...outcome.wrongs.map(wrong => `${JSON.stringify(point)} ${wrong}`));
    }
  }
  return { ...sum, wrongs };
};
