import { PARTS } from './estate';
import { answer, install, tell, onceInHand, withdraw } from './happenings';
import { type Mutant } from './mutants';
import { type Random, seeded } from './random';
import { type Outcome, run, type Scenario } from './run';
import { type Fault, FAULTS, type Plan } from './sim';

type Rates = Readonly<Record<Fault | 'throttled' | 'unavailable', number>>;

/** How much of each goes wrong differs from run to run; most of them have something of all. */
const ratesOf = (random: Random): Rates => {
  const upTo = (most: number): number => (random.chance(0.35) ? 0 : most * random.next());
  return {
    ...{ lost: upTo(0.03), 'answer-lost': upTo(0.03), late: upTo(0.03) },
    ...{ 'reset-before': upTo(0.03), 'reset-after': upTo(0.03) },
    ...{ 'crash-before': upTo(0.02), 'crash-after': upTo(0.02), pause: upTo(0.02), cut: upTo(0.01) },
    ...{ throttled: upTo(0.4), unavailable: upTo(0.2) },
  };
};

const planOf = (random: Random): Plan => {
  const rates = ratesOf(random);
  return {
    fault: (): Fault | undefined => {
      let left = random.next();
      return FAULTS.find(fault => {
        left -= rates[fault];
        return left < 0;
      });
    },
    refusal: () => {
      if (random.chance(rates.throttled)) return 'throttled';
      return random.chance(rates.unavailable) ? 'unavailable' : undefined;
    },
  };
};

/** Some time; or, just while it is about to be told of. */
const withdrawal = (random: Random) =>
  random.chance(0.5)
    ? { act: withdraw, name: 'withdraw' }
    : { act: onceInHand('withdrawn', withdraw), name: 'withdraw', again: random.between(1, 4) };

const happeningsIn = (random: Random, parts: Scenario['parts'], isAppMissing: boolean) => [
  ...(parts.includes('withdrawable') ? [withdrawal(random)] : []),
  ...(parts.includes('agenda')
    ? [
        { act: answer, name: 'answer' },
        { act: answer, name: 'answer' },
      ]
    : []),
  ...(isAppMissing ? [{ act: install, name: 'install' }] : []),
  ...(random.chance(0.5) ? [{ act: tell('more'), name: 'tell' }] : []),
];

const SPAN = 90;

/** What one seed tells: who is told of what, what goes wrong, and when what else happens. */
const scenarioOf = (seed: number): Scenario => {
  const random = seeded(seed);
  const parts = PARTS.filter(() => random.chance(0.5));
  const isAppMissing = parts.includes('unheard-of') && random.chance(0.4);
  return {
    ...{ random, parts, isAppMissing, replicas: 3, plan: planOf(random) },
    happenings: happeningsIn(random, parts, isAppMissing).map(one => ({
      ...one,
      from: 'again' in one ? 1 : random.below(SPAN),
    })),
    faultyMs: random.between(20_000, 240_000),
    pollMs: random.between(3_000, 20_000),
    // So few at a time that what is due is a backlog, and several are sent to at once.
    ...(random.chance(0.3) ? { settings: { page: random.between(2, 4) } } : {}),
    ...(random.chance(0.2) ? { stopsAt: random.below(60_000) } : {}),
  };
};

type How = { readonly mutant?: Mutant | undefined; readonly trace?: Scenario['trace'] };
export const runSeed = (seed: number, { mutant, trace }: How = {}): Promise<Outcome> =>
  run({ ...scenarioOf(seed), ...(mutant && { mutant }), ...(trace && { trace }) });

export type Seeds = {
  readonly seeds: number;
  readonly requests: number;
  readonly entries: number;
  readonly arrived: number;
  readonly extra: number;
  readonly ambiguous: number;
  readonly wrongs: readonly string[];
};

export const someSeeds = async (from: number, seeds: number): Promise<Seeds> => {
  const sum = { seeds, requests: 0, entries: 0, arrived: 0, extra: 0, ambiguous: 0 };
  const wrongs: string[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await runSeed(seed);
    sum.requests += outcome.requests;
    sum.entries += outcome.entries;
    sum.arrived += outcome.arrived;
    sum.extra += outcome.extra;
    sum.ambiguous += outcome.ambiguous;
    wrongs.push(...outcome.wrongs.map(wrong => `${seed.toString()} ${wrong}`));
  }
  return { ...sum, wrongs };
};
