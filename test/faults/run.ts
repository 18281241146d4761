import { plusMs } from '../../src/domain/time';
import { type JsonObject } from '../../src/local/cosmos/json';
import { type Settings } from '../../src/reminders/settings';
import { type Storage } from '../../src/storage/create-storage';
import { type Container, containerOf, type Contents, copied } from './database';
import { estateOf, MORNING, type Part, UNHEARD_OF, WITHDRAWN } from './estate';
import { type Ends, wrongsIn } from './judge';
import { type Mutant } from './mutants';
import { type Random } from './random';
import { type Hosting, repositories, type Running, started } from './replica';
import { type Plan, type Replica, type Sim } from './sim';
import { simTeams } from './sim-teams';
import { later } from './asking';
import { virtualTime } from './virtual-time';

export type Scenario = {
  readonly random: Random;
  readonly parts: readonly Part[];
  readonly replicas: number;
  readonly plan: Plan;
  /** What else happens, and after how many requests. */
  readonly happenings: readonly {
    readonly from: number;
    readonly act: (storage: Storage, work: Container) => Promise<boolean>;
    readonly name: string;
    /** After how many requests it is tried again, when its time had not come. */
    readonly again?: number;
  }[];
  /** How long things go wrong, if not all goes well before. */
  readonly faultyMs: number;
  readonly pollMs: number;
  readonly settings?: Partial<Settings>;
  readonly mutant?: Mutant;
  readonly isAppMissing?: boolean;
  /** A replica gives up its lease in good order, and another comes in its place. */
  readonly stopsAt?: number;
  readonly trace?: (line: string) => void;
};

const WELL: Plan = { fault: () => undefined, refusal: () => undefined };

const estates = new Map<string, ReturnType<typeof estateOf>>();
const estateFor = (parts: readonly Part[]): ReturnType<typeof estateOf> => {
  const key = parts.join();
  const found = estates.get(key) ?? estateOf(parts);
  estates.set(key, found);
  return found;
};

const simOf = (scenario: Scenario, time: Sim['time']): Sim & { readonly contents: Contents } => {
  const { random, plan, mutant, parts, trace } = scenario;
  const estate = estateFor(parts);
  const rules = { now: time.now, ifMatch: mutant !== 'no-if-match' };
  const contents = copied(estate.work);
  return {
    ...{ time, random, plan, contents },
    work: containerOf(contents, rules),
    ops: containerOf(copied(estate.ops), rules),
    deadlines: new WeakMap(),
    withdrawnFrom: new Map(),
    isInTurn: scenario.settings?.page === undefined,
    ...{ replicas: [], attempts: [], wrongs: [], happenings: [] },
    trace: line => trace?.(`${((time.now() - START) / 1_000).toFixed(3).padStart(8)} ${line}`),
    ...{ requests: 0, onTheWay: 0, crashed: () => undefined },
  };
};
const START = Date.parse(MORNING);

const aReplica = ({ random }: Sim, name: string): Replica => ({
  ...{ name, skewMs: random.between(-600_000, 600_000), monoFrom: START - random.below(1_000_000) },
  ...{ alive: true, pausedUntil: 0, cutUntil: 0, requests: 0, lastRequest: 0 },
  attempts: new Map(),
});

const LONGEST_AWAY_MS = 40_000;
/** A run that is not over by then is stuck. */
const LONGEST_MS = 3_600_000;

/** New processes come for those that died. */
const hosting = (sim: Sim, how: Hosting): { readonly begin: () => Running; readonly all: Running[] } => {
  const all: Running[] = [];
  const begin = (): Running => {
    const name = `replica-${(sim.replicas.length + 1).toString()}`;
    const running = started(sim, aReplica(sim, name), how);
    all.push(running);
    return running;
  };
  sim.crashed = () => {
    sim.time.at(sim.time.now() + 500 + sim.random.below(LONGEST_AWAY_MS), begin);
  };
  return { begin, all };
};

const stopOne = (sim: Sim, { all, begin }: ReturnType<typeof hosting>, at: number): void => {
  sim.time.at(at, () => {
    const running = all.find(({ replica }) => replica.alive);
    if (running === undefined) return;
    sim.trace(`${running.replica.name} stops`);
    void running.dispatcher.stop().then(() => {
      running.replica.alive = false;
    });
    later(sim, { ...running.replica, alive: true }, { at: at + 1_000, act: begin });
  });
};

/** Everything goes well from now on, and what was to happen happens. */
const heal = (sim: Sim): void => {
  sim.trace('all is well');
  sim.plan = WELL;
  for (const replica of sim.replicas) {
    replica.cutUntil = 0;
    replica.pausedUntil = Math.min(replica.pausedUntil, sim.time.now());
  }
  sim.happenings.splice(0, Infinity, ...sim.happenings.map(one => ({ ...one, from: 0 })));
};

export type Outcome = Ends & { readonly requests: number; readonly replicas: readonly Replica[] };

/** One run from its beginning until nothing is left to be done, and what was wrong with it. */
export const run = async (scenario: Scenario): Promise<Outcome> => {
  const time = virtualTime(START);
  const sim = simOf(scenario, time);
  const teams = simTeams();
  if (scenario.isAppMissing === true) teams.withoutApp.add(UNHEARD_OF);
  const { settings = {}, pollMs, mutant } = scenario;
  const host = hosting(sim, { teams, settings, pollMs, mutant });
  const storage = repositories(sim, { wall: time.now, database: time.now });
  sim.happenings.push(
    ...scenario.happenings.map(({ from, again = 15, act, name }) => ({
      ...{ from, again },
      act: async () => {
        const isDone = await act(storage, sim.work);
        if (isDone) sim.trace(`        ${name}`);
        if (isDone && name === 'withdraw') sim.withdrawnFrom.set(WITHDRAWN, sim.requests);
        return isDone;
      },
    })),
  );
  for (let count = 0; count < scenario.replicas; count += 1) time.at(START + count * 300, host.begin);
  time.at(START + scenario.faultyMs, () => {
    heal(sim);
  });
  if (scenario.stopsAt !== undefined) stopOne(sim, host, START + scenario.stopsAt);
  await time.run(() => isOver(sim));
  return { ...wrongsIn(sim), requests: sim.requests, replicas: sim.replicas };
};

const isOver = (sim: Sim & { readonly contents: Contents }): boolean => {
  if (sim.time.now() - START > LONGEST_MS) {
    sim.wrongs.push('stuck: it does not end');
    return true;
  }
  return sim.onTheWay === 0 && sim.happenings.length === 0 && isQuiet(sim);
};

const isPending = ({ outboxAt, waitsFor, remindAt }: JsonObject): boolean =>
  outboxAt !== undefined || waitsFor !== undefined || (typeof remindAt === 'string' && remindAt <= EVENING);
const EVENING = plusMs(MORNING, 36_000_000);
/** Nothing is due, waits or is on its way any more. */
const isQuiet = ({ contents }: Sim & { readonly contents: Contents }): boolean => {
  for (const partition of contents.values()) if ([...partition.values()].some(isPending)) return false;
  return true;
};
