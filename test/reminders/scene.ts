import { EMPTY_CHAIN } from '../../src/audit/event';
import { type Action } from '../../src/domain/action';
import { type AgendaItem } from '../../src/domain/agenda';
import { type Case } from '../../src/domain/case';
import { type Meeting } from '../../src/domain/meeting';
import { type Errand } from '../../src/domain/outbox';
import { type Person } from '../../src/domain/people';
import { type Instant, plusMs } from '../../src/domain/time';
import { createDispatcher, type Dispatcher } from '../../src/reminders/dispatcher';
import { type Outside, type Ports } from '../../src/reminders/deps';
import { type Meters } from '../../src/reminders/meters';
import { type Settings } from '../../src/reminders/settings';
import { type OutboxState } from '../../src/use-cases/ports/outbox';
import { outboxId, personId } from '../builders/ids';
import { aReference } from '../builders/outbox';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { type FakeWorld, fakeWorld } from '../fakes/fake-world';
import { addEntry, type KeptEntry, nextVersion } from '../fakes/store-state';
import { createTeams, type Teams } from './teams';

export const LEASE_MS = 60_000;

export type Scene = FakeWorld & {
  readonly teams: Teams;
  readonly logged: string[];
  /** Time passes for everyone: the database and the monotonic clock. */
  readonly pass: (ms: number) => void;
  /** Another day or hour by the wall clock. */
  readonly setNow: (at: Instant) => void;
  readonly mono: () => number;
  readonly putCase: (kase: Case, clockAt?: Instant) => Case;
  readonly putTask: (action: Action, remindAt?: Instant) => Action;
  readonly putItem: (item: AgendaItem) => AgendaItem;
  readonly putMeeting: (meeting: Meeting) => Meeting;
  readonly post: (errand: Errand, at?: Instant) => KeptEntry;
  readonly stateOf: (entry: KeptEntry) => OutboxState | undefined;
  readonly join: (person: Person, hasChat?: boolean) => Person;
  /** A replica of the program; what is given stands before the scene's own ports. */
  readonly replica: (over?: Replica) => Dispatcher;
};
type Replica = {
  readonly holder?: string;
  readonly world?: Partial<Ports>;
  readonly teams?: Teams['messenger'];
  readonly settings?: Partial<Settings>;
  readonly makeAnchor?: Outside['makeAnchor'];
  readonly meters?: Meters;
};

const putting = (world: FakeWorld): Pick<Scene, 'putCase' | 'putTask' | 'putItem' | 'putMeeting'> => {
  const { inside } = world;
  return {
    putCase: (kase, clockAt) => {
      const filed = { kase, sealed: [], head: EMPTY_CHAIN, version: nextVersion(inside) };
      inside.cases.set(kase.id, { ...filed, ...(clockAt && { clockAt }) });
      return kase;
    },
    putTask: (action, remindAt) => {
      const filed = { action, version: nextVersion(inside) };
      inside.actions.set(`${action.caseId}/${action.id}`, { ...filed, ...(remindAt && { remindAt }) });
      return action;
    },
    putItem: item => {
      inside.items.set(`${item.caseId}/${item.meetingId}`, { item, version: nextVersion(inside) });
      return item;
    },
    putMeeting: meeting => {
      inside.meetings.set(meeting.id, { meeting, head: EMPTY_CHAIN, version: nextVersion(inside) });
      return meeting;
    },
  };
};

const entering = ({ inside }: FakeWorld): Pick<Scene, 'post' | 'stateOf' | 'join'> => ({
  post: (errand, at = inside.now) => {
    const partition = 'case:test';
    const entry = { id: outboxId(`entry ${inside.outbox.size.toString()}`), errand, at };
    addEntry(inside, partition, entry);
    const kept = inside.outbox.get(`${partition}/${entry.id}`);
    if (kept === undefined) throw new Error('the entry is not there');
    return kept;
  },
  stateOf: ({ entry, partition }) => inside.outbox.get(`${partition}/${entry.id}`)?.state,
  join: (person, hasChat = true) => {
    const reference = aReference({ conversationId: `chat ${person.id}` });
    const filed = { person, head: EMPTY_CHAIN, version: nextVersion(inside) };
    inside.people.set(person.id, { ...filed, ...(hasChat && { reference }) });
    return person;
  },
});

/** The outbox and everything it speaks of in memory, Teams as a notebook, and time that passes when it is told to. */
export const aScene = (): Scene => {
  const world = fakeWorld();
  const teams = createTeams();
  const time = { mono: 1_000 };
  const logged: string[] = [];
  const pass = (ms: number): void => {
    time.mono += ms;
    world.inside.now = plusMs(world.inside.now, ms);
  };
  const replica = ({ holder = 'replica-1', world: ports = {}, ...over }: Replica = {}): Dispatcher =>
    createDispatcher({
      world: { ...world, ...ports },
      messenger: over.teams ?? teams.messenger,
      makeAnchor: over.makeAnchor ?? (() => Promise.resolve(0)),
      holder,
      ...(over.meters && { meters: over.meters }),
      mono: () => time.mono,
      random: () => 0.5,
      sleep: ms => {
        pass(ms);
        return Promise.resolve();
      },
      log: (event, fields) => logged.push([event, ...Object.values(fields)].join(' ')),
      settings: { leaseMs: LEASE_MS, pollMs: 5, ...over.settings },
    });
  const setNow = (at: Instant): void => {
    world.inside.now = at;
  };
  world.inside.channel = aReference({ conversationId: 'channel' });
  const scene = { ...world, ...putting(world), ...entering(world) };
  scene.join(aPerson());
  scene.join(aCoordinator());
  scene.join(aMember());
  scene.join(aPerson({ id: personId('ansvarlig'), name: 'Ansvarlig', roles: [] }));
  return { ...scene, teams, logged, pass, setNow, mono: () => time.mono, replica };
};
