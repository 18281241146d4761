import { createAnchorer } from './anchoring';
import { createAlarm } from './alarm';
import { clockWork } from './clock-work';
import { type Deps, nameOf, type Outside } from './deps';
import { drain } from './drain';
import { lead, type Leading, type Turn } from './leading';
import { NO_METERS } from './meters';
import { createPacer } from './pacing';
import { type Settings, USUAL } from './settings';
import { createStatuteWatch } from './statute-watch';
import { untraced } from '../use-cases/ports/tracing';
import { storing } from './trip';

export type Dispatcher = {
  /** Does everything that is due now, and answers how much that was when nothing is due any more. Never rejects. */
  readonly tick: () => Promise<number>;
  /** Ticks now, and again whenever the interval has passed, until it is stopped; empties the outbox when nudged. */
  readonly start: () => void;
  /** Something was just put into the outbox: wakes it at once. */
  readonly nudge: () => void;
  /** Finishes what is in flight, begins nothing more and gives the lease up. Never rejects. */
  readonly stop: () => Promise<void>;
};

type Held = { leading?: Leading };

/** The newest lease is kept, so that it can be given up; no new one is asked for once we stop. */
const turnsOf = (deps: Deps, held: Held, isStopping: () => boolean): Turn => ({
  isStopping,
  lead: async () => {
    if (isStopping()) return undefined;
    const leading = await lead({ ...deps, outbox: deps.world.outbox });
    if (leading === undefined) delete held.leading;
    else held.leading = leading;
    return leading;
  },
});

/** A failing turn is logged and over; the next one begins anew. */
const safely = async <T>({ log }: Deps, event: string, work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (fault) {
    log(event, { fault: nameOf(fault) });
    return undefined;
  }
};

/** What was done until now is anchored, and the next one need not wait. */
const resign = async (deps: Deps, { leading }: Held): Promise<void> => {
  if (leading === undefined) return;
  await deps.anchorer.atTheEnd(leading.now());
  await deps.world.outbox.resign(leading.lease, storing(deps));
};

type Polling = {
  readonly tick: () => Promise<number>;
  readonly empty: () => Promise<number>;
  readonly turn: Turn;
  readonly wait: (ms: number) => Promise<void>;
  readonly deps: Pick<Deps, 'mono' | 'sleep' | 'settings'>;
};

/** Nothing becomes due by the calendar because somebody pressed: a nudge costs a look at the outbox, and no more. */
const polling =
  ({ tick, empty, turn, wait, deps: { mono, sleep, settings } }: Polling) =>
  async (): Promise<void> => {
    const began = { tick: -Infinity, look: -Infinity };
    const left = (ms: number, since: number): number => Math.max(0, ms - (mono() - since));
    while (!turn.isStopping()) {
      began.look = mono();
      const isDue = left(settings.pollMs, began.tick) === 0;
      if (isDue) began.tick = began.look;
      await (isDue ? tick() : empty());
      if (turn.isStopping()) return;
      await wait(left(settings.pollMs, began.tick));
      const early = left(settings.gatherMs, began.look);
      if (early > 0 && !turn.isStopping()) await sleep(early);
    }
  };

const depsOf = (outside: Outside, settings: Settings): Deps => ({
  meters: NO_METERS,
  traced: untraced,
  ...outside,
  settings,
  pacer: createPacer(settings.limits, outside.mono),
  anchorer: createAnchorer(outside, settings),
  statutes: createStatuteWatch(outside),
});

const realTimeout = (ms: number): AbortSignal => AbortSignal.timeout(ms);

type Given = Omit<Outside, 'timeout'> &
  Partial<Pick<Outside, 'timeout'>> & { readonly settings?: Partial<Settings> };

/** The clock's front door (design.md §7): of all replicas only the one that holds the lease does anything. */
export const createDispatcher = ({ timeout = realTimeout, ...outside }: Given): Dispatcher => {
  const settings = { ...USUAL, ...outside.settings };
  const deps = depsOf({ ...outside, timeout }, settings);
  const alarm = createAlarm();
  const held: Held = {};
  const state = { stopping: false, last: Promise.resolve(0), running: Promise.resolve(), started: false };
  const turn = turnsOf(deps, held, () => state.stopping);

  const inTurn = (work: typeof clockWork) => (): Promise<number> =>
    (state.last = state.last.then(
      async () => (await safely(deps, 'turn-failed', () => work(deps, turn))) ?? 0,
    ));
  const [tick, empty] = [inTurn(clockWork), inTurn(drain)];
  const run = polling({ tick, empty, turn, wait: alarm.wait, deps });
  return {
    tick,
    nudge: alarm.ring,
    start: () => {
      if (!state.started) state.running = run();
      state.started = true;
    },
    stop: async () => {
      state.stopping = true;
      alarm.ring();
      await Promise.all([state.running, state.last]);
      await safely(deps, 'resign-failed', () => resign(deps, held));
    },
  };
};
