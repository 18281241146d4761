import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Meter, metrics } from '@opentelemetry/api';
import { type Router } from 'express';
import { instantOf } from './domain/time';
import { wordsFor } from './i18n/words';
import { createDoorMeters, createMeters } from './metrics';
import { type Setup } from './programme';
import { createDispatcher, type Dispatcher } from './reminders/dispatcher';
import { type Surroundings, worldOf } from './surroundings';
import { traced } from './tracing';
import { apologyFor, tooFastFor } from './teams/apology';
import { registerBot } from './teams/bot';
import { type Deps } from './teams/deps';
import { teamsMessenger } from './teams/messenger';
import { createWatchTurn } from './teams/turns';
import { directoryNames } from './teams/names';
import { fileFor } from './teams/files';
import { createAdapter } from './teams/wire/adapter';
import { stayHomeUnasked } from './teams/wire/authentication';
import { createConnector } from './teams/wire/connector';
import { fileDoor } from './teams/wire/files';
import { createApplication, frontDoor } from './teams/wire/front-door';
import { createGuard } from './teams/wire/guard';
import { createReadiness, healthDoor } from './teams/wire/health';
import { createKeyRing } from './teams/wire/key-ring';
import { createRateLimits } from './teams/wire/rate-limit';
import { countRefused } from './teams/wire/refused-count';
import { createTransport, type Transport } from './teams/wire/transport';
import { useCasesIn } from './use-cases/all';
import { makeAnchor } from './use-cases/make-anchor';
import { seedPeople } from './use-cases/seed-people';
import { type World } from './use-cases/world';

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

const PREPARE_MS = 30_000;

const mono = (): number => performance.now();
const meter = (): Meter => metrics.getMeter('sent-ute');

/** By name when the directory's configuration knows one, so that somebody unknown has somebody to ask. */
const whomToAsk = ({ people }: Setup): string =>
  people.find(({ roles }) => roles.includes('admin'))?.name ?? '';

const wireOf = ({ authentication, credentials, tenants, serviceUrls, limits, now, log }: Surroundings) => {
  const milliseconds = (): number => now().getTime();
  const keys = createKeyRing(authentication, { mono, log });
  const connector = createConnector({
    ...{ authentication, serviceUrls, now: milliseconds },
    ...(credentials === undefined ? {} : { credentials }),
  });
  return {
    guard: createGuard({ authentication, tenants, serviceUrls, now: milliseconds, keys }),
    adapter: createAdapter({ authentication, connector, keys, log, apology: apologyFor }),
    transport: createTransport(connector),
    refusals: countRefused(createDoorMeters(meter()).refused),
    rates: createRateLimits({ authentication, limits, mono, tooFast: tooFastFor }),
  };
};

type Drawer = Pick<Deps, 'world' | 'names' | 'wordsFor' | 'now' | 'dialogs'>;

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
    meters: createMeters({ meter: meter(), outbox: world.outbox, holder, now }),
    traced,
    mono,
    random: Math.random,
    sleep: async ms => {
      await sleep(ms);
    },
    log,
    settings: reminders,
  });
};

const drawerFor = (world: World, { now, dialogs }: Surroundings): Drawer => ({
  world,
  dialogs,
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
  watch: createWatchTurn({ traced, count: createDoorMeters(meter()).turn, mono }),
});

/** The only place that joins the parts (design.md §1). Nothing runs before the dispatcher is started. */
export const createApp = (surroundings: Surroundings): App => {
  stayHomeUnasked(surroundings);
  const { log } = surroundings;
  const world = worldOf(surroundings);
  const drawer = drawerFor(world, surroundings);
  const { guard, rates, refusals, adapter, transport } = wireOf(surroundings);
  const dispatcher = dispatcherFor(surroundings, drawer, transport);
  const application = createApplication(adapter);
  const deps = depsFor(surroundings, drawer, dispatcher);
  const readiness = createReadiness({ probe: within => world.channel.reference(within), mono });
  registerBot(application, deps);
  return {
    router: healthDoor(readiness)
      .use(refusals, rates.byAddress)
      .use(frontDoor([guard, ...rates.byPerson], adapter, application))
      .use(fileDoor(fileFor(deps), { log, apology: apologyFor })),
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
