import { createAnchorer } from './anchoring';
import { createAlarm } from './alarm';
import { clockWork } from './clock-work';
import { type Deps, nameOf, type Outside } from './deps';
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
  /** Ticks now, and again whenever the interval has passed or somebody nudges, until it is stopped. */
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
  readonly turn: Turn;
  readonly wait: () => Promise<void>;
};

const polling =
  ({ tick, turn, wait }: Polling) =>
  async (): Promise<void> => {
    while (!turn.isStopping()) {
      await tick();
      if (!turn.isStopping()) await wait();
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

  const once = async (): Promise<number> =>
    (await safely(deps, 'turn-failed', () => clockWork(deps, turn))) ?? 0;
  const tick = (): Promise<number> => (state.last = state.last.then(once));
  const run = polling({ tick, turn, wait: () => alarm.wait(settings.pollMs) });
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
