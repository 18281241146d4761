import { EMPTY_CHAIN } from '../../src/audit/event';
import { createDispatcher } from '../../src/reminders/dispatcher';
import { TEAMS_LIMITS } from '../../src/reminders/pacing';
import { err, ok, type Result } from '../../src/result';
import { caseDocument } from '../../src/storage/documents/case-document';
import { pendingDocument } from '../../src/storage/documents/outbox-document';
import { personDocument } from '../../src/storage/documents/person-document';
import { type Posted } from '../../src/domain/posted';
import { type Messenger, type SendFailure } from '../../src/use-cases/ports/messenger';
import { aCase } from '../builders/cases';
import { outboxId, personId } from '../builders/ids';
import { aReference } from '../builders/outbox';
import { aCoordinator } from '../builders/people';
import { type Container, containerOf } from './database';
import { aNewReferral, MORNING, SIGNED } from './estate';
import { count, say, verdict } from './figures';
import { memoryShelf, type Wire } from './memory-shelf';
import { type Random, seeded } from './random';
import { PORTS, repositoriesOver } from './replica';
import { type VirtualTime, virtualTime } from './virtual-time';

const THREADS = 50;
const PER_CASE = 100;
const chatOf = (thread: number): string => `chat ${thread.toString()}`;

/** So many notices due at once, over fifty people's chats, in no order. */
const fill = (work: Container, due: number, random: Random): void => {
  const people = Array.from({ length: THREADS }, (_, thread) => personId(`mottaker-${thread.toString()}`));
  work.create(
    caseDocument({ kase: aCase({ id: SIGNED }), sealed: [], head: EMPTY_CHAIN, clockAt: undefined }),
  );
  people.forEach((id, thread) => {
    const reference = aReference({ conversationId: chatOf(thread) });
    work.create(
      personDocument({ person: aCoordinator({ id, identities: [] }), head: EMPTY_CHAIN, reference }),
    );
  });
  const order = Array.from({ length: due }, (_, number) => ({ number, key: random.next() }));
  for (const { number } of order.sort((one, other) => one.key - other.key)) {
    const to = people[number % THREADS] ?? personId('ingen');
    const entry = { id: outboxId(`due ${number.toString()}`), errand: aNewReferral(SIGNED, to), at: MORNING };
    work.create(pendingDocument(`case:${Math.floor(number / PER_CASE).toString()}`, entry));
  }
};

type Sends = {
  readonly moments: Map<string, number[]>;
  readonly arrived: Map<string, number>;
  refused: number;
};

const ALL = 'all';
const limitsOf = (thread: string) => (thread === ALL ? TEAMS_LIMITS.overall : TEAMS_LIMITS.thread);

/** Teams with the limits it documents: what is one too many is refused, and told to wait. */
const limitedTeams = (time: VirtualTime, random: Random, sends: Sends): Messenger => {
  const isFull = (thread: string): boolean =>
    limitsOf(thread).some(({ count: most, perMs }) => {
      const oldest = sends.moments.get(thread)?.at(-most);
      return oldest !== undefined && oldest > time.now() - perMs;
    });
  const take = (thread: string, id: string): Result<Posted, SendFailure> => {
    if ([ALL, thread].some(isFull)) {
      sends.refused += 1;
      return err({ kind: 'throttled', retryAfterMs: 5_000 });
    }
    [ALL, thread].forEach(one =>
      sends.moments.set(one, [...(sends.moments.get(one)?.slice(-2_000) ?? []), time.now()]),
    );
    sends.arrived.set(id, (sends.arrived.get(id) ?? 0) + 1);
    return ok({ activityId: id, conversationId: thread });
  };
  const answers = (thread: string, id: string): Promise<Result<Posted, SendFailure>> =>
    new Promise(resolve => {
      const answer = take(thread, id);
      time.at(time.now() + random.between(60, 240), () => {
        resolve(answer);
      });
    });
  const never = () => Promise.reject(new Error('nobody asks for this'));
  return {
    toPerson: ({ reference }, { id }) => answers(reference.conversationId, id),
    ...{ toChannel: never, edit: never, editChat: never, openChat: never },
  };
};

const takingTime =
  (time: VirtualTime, random: Random): Wire =>
  (_, effect) =>
    new Promise(resolve => {
      time.at(time.now() + random.between(2, 8), () => {
        const answer = effect();
        time.at(time.now() + random.between(1, 4), () => {
          resolve(answer);
        });
      });
    });

type Emptied = { readonly sends: Sends; readonly seconds: number; readonly log: readonly string[] };

const emptied = async (due: number): Promise<Emptied> => {
  const [random, time] = [seeded(1), virtualTime(Date.parse(MORNING))];
  const rules = { now: time.now, ifMatch: true };
  const [work, ops] = [containerOf(new Map(), rules), containerOf(new Map(), rules)];
  fill(work, due, random);
  const sends: Sends = { moments: new Map(), arrived: new Map(), refused: 0 };
  const log: string[] = [];
  const wire = takingTime(time, random);
  const [shelf, opsShelf] = [memoryShelf(work, time.now, wire), memoryShelf(ops, time.now, wire)];
  const dispatcher = createDispatcher({
    world: { ...repositoriesOver(shelf, opsShelf, time.now), ...PORTS },
    messenger: limitedTeams(time, random, sends),
    makeAnchor: () => Promise.resolve(0),
    holder: 'replica-1',
    ...{ mono: time.now, random: random.next },
    sleep: ms =>
      new Promise(resolve => {
        time.at(time.now() + ms, resolve);
      }),
    timeout: () => new AbortController().signal,
    log: event => log.push(event),
  });
  const done = { tick: false };
  void dispatcher.tick().then(() => {
    done.tick = true;
  });
  await time.run(() => done.tick);
  const last = sends.moments.get(ALL)?.at(-1) ?? 0;
  return { sends, seconds: (last - Date.parse(MORNING)) / 1_000, log };
};

const PERMITTED_PER_SECOND = Math.max(
  ...TEAMS_LIMITS.overall.map(({ count: most, perMs }) => (most * 1_000) / perMs),
);
const LEAST_SHARE = 0.95;

/** Many due at once, over fifty threads, against the documented limits: how fast it goes, and what is broken by it. */
export const proveBacklog = async (due: number): Promise<boolean> => {
  const { sends, seconds, log } = await emptied(due);
  const share = due / seconds / PERMITTED_PER_SECOND;
  say(
    `(d) ${count(due)} due at once over ${count(THREADS)} threads: ${seconds.toFixed(1)} s by the virtual clock,`,
  );
  say(`    ${(share * 100).toFixed(1)} % of the permitted rate, ${count(sends.refused)} refused by a limit`);
  const all = [...sends.arrived.values()];
  return verdict([
    ...(share < LEAST_SHARE
      ? [`slow: less than ${(LEAST_SHARE * 100).toString()} % of the permitted rate`]
      : []),
    ...(sends.refused > 0 ? ['too fast: a limit was broken'] : []),
    ...(all.length < due ? [`lost: ${count(due - all.length)} never arrived`] : []),
    ...(all.some(times => times > 1) ? ['doubled: some arrived twice'] : []),
    ...new Set(log.map(event => `log: ${event}`)),
  ]);
};
