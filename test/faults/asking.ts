import { type Within } from '../../src/use-cases/ports/common';
import { type Fault, type Replica, reset, type Sim, timedOut } from './sim';

type Request<T> = {
  readonly name: string;
  readonly effect: () => T;
  readonly within: Within;
  /** The entry that this sends or acknowledges. */
  readonly entry?: string;
};

/** What is in the dark because of it: one send, or, when the whole process is struck, all that are not acknowledged. */
const hit = ({ attempts }: Replica, of: string | undefined): void => {
  const attempt = of === undefined ? undefined : attempts.get(of);
  if (attempt !== undefined) attempt.isHit = true;
};
const hitAll = ({ attempts }: Replica): void => {
  for (const attempt of attempts.values()) attempt.isHit = true;
};
const WHOLE: readonly Fault[] = ['crash-before', 'crash-after', 'pause'];

/** At that moment, or when the replica goes on after a pause; never once it is dead. */
export const later = (sim: Sim, replica: Replica, planned: { at: number; act: () => void }): void => {
  sim.time.at(planned.at, () => {
    if (!replica.alive) return;
    if (replica.pausedUntil > sim.time.now()) later(sim, replica, { ...planned, at: replica.pausedUntil });
    else planned.act();
  });
};

export const sleeping =
  (sim: Sim, replica: Replica) =>
  (ms: number): Promise<void> =>
    new Promise(resolve => {
      later(sim, replica, { at: sim.time.now() + ms, act: resolve });
    });

export const timeoutOf =
  ({ deadlines, time }: Sim) =>
  (ms: number): Within => {
    const { signal } = new AbortController();
    deadlines.set(signal, time.now() + ms);
    return signal;
  };

const crash = (sim: Sim, replica: Replica): void => {
  replica.alive = false;
  sim.crashed(replica);
};

const LONGEST_PAUSE_MS = 150_000;
const LATEST_MS = 90_000;

const happen = async (sim: Sim): Promise<void> => {
  const due = sim.happenings.filter(({ from }) => from <= sim.requests);
  due.forEach(happening => sim.happenings.splice(sim.happenings.indexOf(happening), 1));
  for (const happening of due) {
    const isDone = await happening.act();
    if (!isDone) sim.happenings.push({ ...happening, from: sim.requests + happening.again });
  }
};

const wait = (sim: Sim, { next, below }: Sim['random'] = sim.random): number =>
  next() < 0.03 ? 200 + below(2_500) : 1 + below(12);

type Sent<T> = Request<T> & {
  readonly resolve: (value: T) => void;
  readonly reject: (fault: Error) => void;
  readonly deadline: number;
};

/** Takes effect, whatever became of who asked. */
const effected = <T>(sim: Sim, at: number, effect: () => T): { value?: T } => {
  const box: { value?: T } = {};
  sim.onTheWay += 1;
  sim.time.at(at, () => {
    sim.onTheWay -= 1;
    box.value = effect();
  });
  return box;
};

const answered = <T>(sim: Sim, replica: Replica, sent: Sent<T>): void => {
  const begun = sim.time.now();
  const [there, back] = [begun + wait(sim), begun + wait(sim) + wait(sim)];
  const box = effected(sim, there, sent.effect);
  const at = Math.max(there, back);
  if (at > sent.deadline) hit(replica, sent.entry);
  later(sim, replica, {
    at: Math.min(at, sent.deadline),
    act: () => {
      if (at > sent.deadline || sim.time.now() > sent.deadline || !('value' in box)) sent.reject(timedOut());
      else sent.resolve(box.value);
    },
  });
};

type Fails = <T>(sim: Sim, replica: Replica, sent: Sent<T>) => void;
const rejects = <T>(sim: Sim, replica: Replica, { sent, at }: { sent: Sent<T>; at: number }): void => {
  later(sim, replica, {
    at: Math.min(at, sent.deadline),
    act: () => {
      sent.reject(at >= sent.deadline ? timedOut() : reset());
    },
  });
};

const FAILS: Readonly<Record<Fault, Fails>> = {
  lost: (sim, replica, sent) => {
    rejects(sim, replica, { sent, at: sent.deadline });
  },
  'answer-lost': (sim, replica, sent) => {
    effected(sim, sim.time.now() + wait(sim), sent.effect);
    rejects(sim, replica, { sent, at: sent.deadline });
  },
  late: (sim, replica, sent) => {
    effected(sim, sent.deadline + sim.random.below(LATEST_MS), sent.effect);
    rejects(sim, replica, { sent, at: sent.deadline });
  },
  'reset-before': (sim, replica, sent) => {
    rejects(sim, replica, { sent, at: sim.time.now() + wait(sim) });
  },
  'reset-after': (sim, replica, sent) => {
    const at = sim.time.now() + wait(sim);
    effected(sim, at, sent.effect);
    rejects(sim, replica, { sent, at: at + wait(sim) });
  },
  'crash-before': (sim, replica) => {
    crash(sim, replica);
  },
  'crash-after': (sim, replica, sent) => {
    effected(sim, sim.time.now() + wait(sim), sent.effect);
    crash(sim, replica);
  },
  pause: (sim, replica, sent) => {
    replica.pausedUntil = sim.time.now() + sim.random.below(LONGEST_PAUSE_MS);
    answered(sim, replica, sent);
  },
  cut: (sim, replica, sent) => {
    replica.cutUntil = sim.time.now() + sim.random.below(LONGEST_PAUSE_MS);
    rejects(sim, replica, { sent, at: sent.deadline });
  },
};

const USUAL_DEADLINE_MS = 5_000;

const faultOf = (sim: Sim, replica: Replica, { name, entry }: { name: string; entry?: string }) => {
  const isCut = replica.cutUntil > sim.time.now();
  const fault = isCut ? 'lost' : sim.plan.fault(replica, name);
  sim.trace(`${replica.name} ${name}${fault === undefined ? '' : ` !${fault}`}`);
  if (fault === undefined) return undefined;
  if (WHOLE.includes(fault)) hitAll(replica);
  else hit(replica, entry);
  return fault;
};

/** One request of a replica, through everything that may go wrong with it. */
export const asking =
  (sim: Sim, replica: Replica) =>
  <T>(request: Request<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!replica.alive) return;
      sim.requests += 1;
      replica.requests += 1;
      replica.lastRequest = sim.requests;
      void happen(sim);
      const now = sim.time.now();
      const deadline = sim.deadlines.get(request.within) ?? now + USUAL_DEADLINE_MS;
      const sent = { ...request, resolve, reject, deadline };
      const fault = faultOf(sim, replica, request);
      if (now >= deadline) rejects(sim, replica, { sent, at: now });
      else if (fault === undefined) answered(sim, replica, sent);
      else FAILS[fault](sim, replica, sent);
    });
