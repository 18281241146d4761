import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { metrics } from '@opentelemetry/api';
import { type Router } from 'express';
import { osloCalendar } from './calendar';
import { derive } from './derive';
import { instantOf } from './domain/time';
import { wordsFor } from './i18n/words';
import { type Log } from './log';
import { createMeters } from './metrics';
import { type Setup } from './programme';
import { createDispatcher, type Dispatcher } from './reminders/dispatcher';
import { type Settings } from './reminders/settings';
import { type Storage } from './storage/create-storage';
import { apologyFor } from './teams/apology';
import { registerBot } from './teams/bot';
import { type Deps } from './teams/deps';
import { teamsMessenger } from './teams/messenger';
import { directoryNames } from './teams/names';
import { fileFor } from './teams/files';
import { createAdapter } from './teams/wire/adapter';
import { type Authentication } from './teams/wire/authentication';
import { createConnector } from './teams/wire/connector';
import { fileDoor } from './teams/wire/files';
import { createApplication, frontDoor } from './teams/wire/front-door';
import { createGuard } from './teams/wire/guard';
import { createReadiness, healthDoor } from './teams/wire/health';
import { createTransport, type Transport } from './teams/wire/transport';
import { useCasesIn } from './use-cases/all';
import { makeAnchor } from './use-cases/make-anchor';
import { type Anchoring } from './use-cases/ports/anchors';
import { type Within } from './use-cases/ports/common';
import { seedPeople } from './use-cases/seed-people';
import { type World } from './use-cases/world';

/** What the parts are joined with: where they run, what they may reach, and the clock. */
export type Surroundings = {
  readonly storage: Storage;
  readonly anchoring: Anchoring;
  readonly setup: Setup;
  readonly authentication: Authentication;
  readonly tenants: readonly string[];
  readonly serviceUrls: readonly string[];
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly syntheticAllowed: boolean;
  readonly now: () => Date;
  readonly log: Log;
  readonly reminders?: Partial<Settings>;
};

export type App = {
  /** POST /api/messages, the files, and what the orchestrator asks. */
  readonly router: Router;
  readonly dispatcher: Dispatcher;
  readonly world: World;
  /** Puts the configured people into the directory; to be awaited before the first turn. */
  readonly prepare: () => Promise<void>;
  /** Not ready any more; then finishes what is in flight and hands the lease over. Never rejects. */
  readonly stop: () => Promise<void>;
};

const PAUSE_MS = 20;
const PREPARE_MS = 30_000;

const mono = (): number => performance.now();

/** Longer at every attempt and never the same, so that those who collided do not collide again. */
const pause = async (attempt: number, within: Within): Promise<void> => {
  within.throwIfAborted();
  await sleep(Math.random() * PAUSE_MS * attempt, undefined, { signal: within });
};

const worldOf = ({ storage, setup }: Surroundings): World => ({
  ...storage,
  programme: setup.programme,
  calendar: osloCalendar(),
  derive,
  pause,
});

/** By name when the directory's configuration knows one, so that somebody unknown has somebody to ask. */
const whomToAsk = ({ people }: Setup): string =>
  people.find(({ roles }) => roles.includes('admin'))?.name ?? '';

const wireOf = ({ authentication, tenants, serviceUrls, now, log }: Surroundings) => {
  const milliseconds = (): number => now().getTime();
  const connector = createConnector({ authentication, serviceUrls, now: milliseconds });
  return {
    guard: createGuard({ authentication, tenants, serviceUrls, now: milliseconds, log }),
    adapter: createAdapter({ authentication, connector, log, apology: apologyFor }),
    transport: createTransport(connector),
  };
};

type Drawer = Pick<Deps, 'world' | 'names' | 'wordsFor' | 'now'>;

const dispatcherFor = (
  { log, anchoring, reminders = {} }: Surroundings,
  drawer: Drawer,
  transport: Transport,
): Dispatcher => {
  const { world, now } = drawer;
  const holder = randomUUID();
  return createDispatcher({
    world,
    messenger: teamsMessenger(drawer, transport),
    makeAnchor: makeAnchor(anchoring),
    holder,
    meters: createMeters({ meter: metrics.getMeter('sent-ute'), outbox: world.outbox, holder, now }),
    mono,
    random: Math.random,
    sleep: async ms => {
      await sleep(ms);
    },
    log,
    settings: reminders,
  });
};

const drawerFor = (world: World, now: () => Date): Drawer => ({
  world,
  names: directoryNames(world.people, mono),
  wordsFor,
  now: () => instantOf(now()),
});

const depsFor = (
  { setup, publicUrl, syntheticAllowed, log }: Surroundings,
  drawer: Drawer,
  { nudge }: Dispatcher,
): Deps => ({
  ...drawer,
  does: useCasesIn(drawer.world),
  whomToAsk: whomToAsk(setup),
  publicUrl,
  syntheticAllowed,
  nudge,
  log,
});

/** The only place that joins the parts (design.md §1). Nothing runs before the dispatcher is started. */
export const createApp = (surroundings: Surroundings): App => {
  const { now, log } = surroundings;
  const world = worldOf(surroundings);
  const drawer = drawerFor(world, now);
  const { guard, adapter, transport } = wireOf(surroundings);
  const dispatcher = dispatcherFor(surroundings, drawer, transport);
  const application = createApplication(adapter);
  const deps = depsFor(surroundings, drawer, dispatcher);
  const readiness = createReadiness({ probe: within => world.channel.reference(within), mono });
  registerBot(application, deps);
  return {
    router: healthDoor(readiness)
      .use(frontDoor(guard, adapter, application))
      .use(fileDoor(fileFor(deps), log)),
    dispatcher,
    world,
    prepare: async () => {
      const within = AbortSignal.timeout(PREPARE_MS);
      await seedPeople(world)(surroundings.setup.people, { at: drawer.now(), within });
      readiness.prepared();
    },
    stop: () => {
      readiness.stopping();
      return dispatcher.stop();
    },
  };
};
