import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDispatcher, type Dispatcher } from '../../src/reminders/dispatcher';
import { type Ports } from '../../src/reminders/deps';
import { type Settings } from '../../src/reminders/settings';
import { type Storage, storageOver } from '../../src/storage/create-storage';
import { localSecrets } from '../../src/storage/sealing/local-key-file';
import { aCalendar } from '../builders/calendar';
import { derive, instant } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { type Shelf } from '../../src/storage/database/shelf';
import { asking, sleeping, timeoutOf } from './asking';
import { containerOf } from './database';
import { memoryShelf, type Wire } from './memory-shelf';
import { type Mutant, mutated } from './mutants';
import { type Replica, type Sim } from './sim';
import { messengerOf, type SimTeams } from './sim-teams';

const secretsOfTheRun = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-faults-'));
  const secrets = localSecrets(join(folder, 'key'));
  rmSync(folder, { recursive: true });
  return secrets;
};
const secrets = secretsOfTheRun();

/** Nothing lies there: no run opens content, or looks an identity up. */
const EMPTY = containerOf(new Map(), { now: () => 0, ifMatch: true });

type Clocks = { readonly wall: () => number; readonly database: () => number };

/** The real repositories over these shelves. `wall` only ages what is kept in memory. */
export const repositoriesOver = (work: Shelf, ops: Shelf, wall: () => number): Storage => {
  const empty = memoryShelf(EMPTY, wall);
  return storageOver({ shelves: { work, ops, index: empty, keys: empty }, secrets, now: wall });
};

export const repositories = ({ work, ops }: Sim, { wall, database }: Clocks, wire?: Wire): Storage =>
  repositoriesOver(memoryShelf(work, database, wire), memoryShelf(ops, database, wire), wall);

const remembered = <A extends string, T>(work: (asked: A) => T): ((asked: A) => T) => {
  const known = new Map<A, T>();
  return asked => {
    const found = known.get(asked) ?? work(asked);
    known.set(asked, found);
    return found;
  };
};
const calendar = aCalendar();
const dayInHour = remembered((hour: string) => calendar.dayOf(instant(`${hour}:00`)));

export const PORTS: Pick<Ports, 'calendar' | 'derive' | 'programme'> = {
  // The zone's own machinery is slow, and a run asks it for the same hours again and again.
  calendar: { ...calendar, dayOf: at => dayInHour(at.slice(0, 13)) },
  derive,
  programme: aProgramme(),
};

export type Running = { readonly replica: Replica; readonly dispatcher: Dispatcher };
export type Hosting = {
  readonly teams: SimTeams;
  readonly settings: Partial<Settings>;
  readonly pollMs: number;
  readonly mutant: Mutant | undefined;
};

const ACKNOWLEDGES = 'batch outbox:';
/** An attempt is over when its acknowledgement has been heard of. */
const wireOf = (sim: Sim, replica: Replica): Wire => {
  const ask = asking(sim, replica);
  return async (name, effect, within) => {
    if (!name.startsWith(ACKNOWLEDGES)) return ask({ name, effect, within });
    const entry = name.slice(ACKNOWLEDGES.length);
    const answer = await ask({ name, effect, within, entry });
    replica.attempts.delete(entry);
    return answer;
  };
};

/** Starts a process: the real dispatcher over the real repositories, ticking until it dies. */
export const started = (
  sim: Sim,
  replica: Replica,
  { teams, settings, pollMs, mutant }: Hosting,
): Running => {
  const wall = (): number => sim.time.now() + replica.skewMs;
  const database = mutant === 'local-clock' ? wall : sim.time.now;
  const storage = repositories(sim, { wall, database }, wireOf(sim, replica));
  const sleep = sleeping(sim, replica);
  const dispatcher = createDispatcher({
    world: mutated(mutant, { ...storage, ...PORTS }),
    messenger: messengerOf(sim, replica, teams),
    makeAnchor: () => Promise.resolve(0),
    holder: replica.name,
    mono: () => sim.time.now() - replica.monoFrom,
    random: sim.random.next,
    sleep,
    timeout: timeoutOf(sim),
    log: (event, fields) => {
      sim.trace(`${replica.name} log ${event} ${Object.values(fields).join(' ')}`);
    },
    settings,
  });
  const live = async (): Promise<void> => {
    await dispatcher.tick();
    await sleep(pollMs);
    return live();
  };
  sim.replicas.push(replica);
  void live();
  return { replica, dispatcher };
};
