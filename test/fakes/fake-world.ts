import { type AuditEvent, EMPTY_CHAIN } from '../../src/audit/event';
import { type Errand } from '../../src/domain/outbox';
import { type Person } from '../../src/domain/people';
import { type Instant } from '../../src/domain/time';
import { type PersonFile } from '../../src/use-cases/ports/people';
import { type World } from '../../src/use-cases/world';
import { aCalendar } from '../builders/calendar';
import { derive, NOON } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { fakeAuditLog } from './store-audit-log';
import { fakeCases } from './store-cases';
import { fakeDrafts, fakeMeetings, fakePointers } from './store-drafts';
import { fakeGaps } from './store-gaps';
import { fakeOutbox } from './store-outbox';
import { fakeChannel, fakePeople } from './store-people';
import { emptyState, nextVersion, type StoreState } from './store-state';
import { fakeTickets } from './store-tickets';

export type FakeWorld = World & {
  /** All that is stored, as plain values; `inside.now` may be set. */
  readonly inside: StoreState;
  /** Everything that was recorded, in the order it was, wherever it chains. */
  readonly events: () => readonly AuditEvent[];
  /** What was put in the outbox, in the order it was. */
  readonly sent: () => readonly Errand[];
  /** Puts someone in the directory without an event; gives what a press would carry. */
  readonly enrol: (person: Person) => PersonFile;
};
const enrolling =
  (inside: StoreState) =>
  (person: Person): PersonFile => {
    const file = { person, head: EMPTY_CHAIN, version: nextVersion(inside) };
    inside.people.set(person.id, file);
    return file;
  };

/** A deadline that is never reached. */
export const inTime = (): AbortSignal => new AbortController().signal;

/** Every port in memory, a programme of three agencies, and Bergen's clock at `now`. */
export const fakeWorld = (over: Partial<World> & { readonly now?: Instant } = {}): FakeWorld => {
  const { now = NOON, ...ports } = over;
  const inside = emptyState(now);
  return {
    cases: fakeCases(inside),
    drafts: fakeDrafts(inside),
    pointers: fakePointers(inside),
    people: fakePeople(inside),
    channel: fakeChannel(inside),
    meetings: fakeMeetings(inside),
    gaps: fakeGaps(inside),
    outbox: fakeOutbox(inside),
    auditLog: fakeAuditLog(inside),
    tickets: fakeTickets(inside),
    programme: aProgramme(),
    calendar: aCalendar(),
    derive,
    pause: async (_, within) => {
      within.throwIfAborted();
      await Promise.resolve();
    },
    ...ports,
    inside,
    events: () => inside.events.map(({ event }) => event),
    sent: () => [...inside.outbox.values()].map(({ entry }) => entry.errand),
    enrol: enrolling(inside),
  };
};
