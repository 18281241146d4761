import { type Meeting } from '../../src/domain/meeting';
import { minutesDocument, toMinutes } from '../../src/storage/documents/minutes-document';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { aFullItem, aMinutedItem, anAddendum, someMinutes } from '../builders/minutes';
import { caseId, commandId, day, instant, meetingId, NOON, seatId } from '../builders/ids';
import { aFact, anEntry } from '../builders/outbox';
import { cosmosMeetings } from '../../src/storage/cosmos-meetings';
import { agingCache } from '../../src/storage/sealing/aging-cache';
import { openShelves } from '../../src/storage/shelves';
import { type MeetingFile } from '../../src/use-cases/ports/meetings';
import { soon, there } from './given';
import { BACKENDS, endOf, type Lab, openEmbedded } from './lab';

const fact = (name: string) => aFact({ commandId: commandId(name), operation: 'publish-agenda' });
const published = aMeeting({
  publishedAt: NOON,
  agenda: [caseId()],
  posted: { activityId: '1', conversationId: '2' },
});

const whole = someMinutes({ items: [aFullItem(), aMinutedItem({ number: 2, takenOff: true })] });

describe.each(BACKENDS)('meetings $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const save = (meeting: Meeting, name = 'save') =>
    lab.meetings.commit({ meeting, fact: fact(name), outbox: [] }, soon());

  it.each<Meeting>([
    published,
    aRunningMeeting(),
    { ...aRunningMeeting({ agenda: [caseId()] }), current: caseId() },
    {
      ...published,
      state: 'ended',
      attendance: {
        ...{ present: [seatId('dps')], standIns: [seatId('dps')] },
        confidentialityReadBy: published.chair,
      },
      startedAt: NOON,
      endedAt: instant('2026-12-09T10:00'),
    },
    aMeeting({
      ...{ on: day('2026-12-14'), startsAt: instant('2026-12-14T11:30'), place: '', lengthMinutes: 60 },
      ...{ link: 'https://moete.example/1', revision: 3 },
    }),
    { ...published, state: 'cancelled', reason: 'too-few', cancelledAt: NOON, revision: 1 },
  ])('come back whole: $state', async meeting => {
    await save(meeting);

    expect((await lab.meetings.load(meeting.id, soon()))?.meeting).toEqual(meeting);
  });

  it('wait for the archive once their minutes are approved, until it has given a reference', async () => {
    const approved = { by: published.chair, at: NOON };
    const archived = { ref: '2026/1', at: NOON, by: published.chair };
    const named = (id: string, over: object) => anEndedMeeting({ id: id as never, ...over });
    const waiting = named('m-2026-12-23', { approved, exportedAt: NOON });
    await save(aRunningMeeting(), 'running');
    await save(named('m-2026-12-21', {}), 'ended');
    await save(named('m-2026-12-22', { approved, archived }), 'archived');
    const again = named('m-2026-12-24', { approved, archived, addedAt: instant('2026-12-30T12:00') });
    await save(waiting, 'waiting');
    await save(again, 'added to');

    expect(await lab.meetings.unarchived(soon())).toEqual(expect.arrayContaining([waiting, again]));
    expect(await lab.meetings.unarchived(soon())).toHaveLength(2);
  });

  it('are not there until something was stored', async () => {
    expect(await lab.meetings.load(meetingId('2027-01-06'), soon())).toBeUndefined();
  });

  it('are seen at a glance as this replica left them', async () => {
    const unsaved = await lab.meetings.glance(meetingId(), soon());
    await save(aMeeting());
    const planned = await lab.meetings.glance(meetingId(), soon());
    const file = there(await lab.meetings.load(meetingId(), soon()));
    await lab.meetings.commit({ meeting: published, file, fact: fact('publish'), outbox: [] }, soon());

    expect(unsaved).toBeUndefined();
    expect(planned?.meeting).toEqual(aMeeting());
    expect((await lab.meetings.glance(meetingId(), soon()))?.meeting).toEqual(published);
  });

  it('T23 are created once, changed once, and keep one chain', async () => {
    const created = await Promise.all(['one', 'two'].map(name => save(aMeeting(), name)));
    const file = there(await lab.meetings.load(meetingId(), soon()));
    const changed = await Promise.all(
      ['three', 'four'].map(name =>
        lab.meetings.commit({ meeting: published, file, fact: fact(name), outbox: [anEntry()] }, soon()),
      ),
    );

    const events = await lab.eventsIn(`meeting:${meetingId()}`);
    expect(created.toSorted()).toEqual(['changed-meanwhile', 'done']);
    expect(changed.toSorted()).toEqual(['changed-meanwhile', 'done']);
    expect(endOf(events, lab.digest)).toEqual((await lab.meetings.load(meetingId(), soon()))?.head);
    expect(await lab.outbox.due(NOON, 10, soon())).toHaveLength(1);
  });

  it('answer the same command once', async () => {
    expect([await save(aMeeting()), await save(aMeeting())]).toEqual(['done', 'already-done']);
    expect(await lab.meetings.known(meetingId(), commandId('save'), soon())).toBe(true);
    expect(await lab.meetings.known(meetingId(), commandId('other'), soon())).toBe(false);
  });

  const ended = anEndedMeeting({ approved: { by: published.chair, at: NOON } });
  const approves = async (name = 'approve') => {
    const file = there(await lab.meetings.load(meetingId(), soon()));
    const change = { meeting: ended, file, minutes: whole, fact: fact(name), outbox: [] };
    return lab.meetings.commit(change, soon());
  };
  const adds = async (text: string, name = text) => {
    const file = there(await lab.meetings.load(meetingId(), soon()));
    const change = { meeting: ended, file, addendum: anAddendum({ text }), fact: fact(name), outbox: [] };
    return lab.meetings.commit(change, soon());
  };

  it('keep approved minutes whole, and none before', async () => {
    await save(anEndedMeeting());
    const before = await lab.meetings.minutes(meetingId(), soon());

    await approves();

    expect(before).toBeUndefined();
    expect(await lab.meetings.minutes(meetingId(), soon())).toEqual({ minutes: whole, addenda: [] });
    expect((await lab.meetings.load(meetingId(), soon()))?.meeting).toEqual(ended);
  });

  it('never store minutes over minutes', async () => {
    await save(anEndedMeeting());

    const answers = [await approves(), await approves(), await approves('another')];

    expect(answers).toEqual(['done', 'already-done', 'changed-meanwhile']);
    expect(endOf(await lab.eventsIn(`meeting:${meetingId()}`), lab.digest)).toEqual(
      (await lab.meetings.load(meetingId(), soon()))?.head,
    );
  });

  it('append addenda in the order they came, and change none', async () => {
    await save(anEndedMeeting());
    await approves();

    for (let place = 0; place < 12; place += 1) await adds(`Tillegg ${place.toString()}`);

    const file = there(await lab.meetings.minutes(meetingId(), soon()));
    expect(file.minutes).toEqual(whole);
    expect(file.addenda.map(({ text }) => text)).toEqual(
      Array.from({ length: 12 }, (_, place) => `Tillegg ${place.toString()}`),
    );
    expect(file.addenda[0]).toEqual(anAddendum({ text: 'Tillegg 0' }));
  });

  it('T23 keep one of two addenda written over the same meeting, and the other when it is tried anew', async () => {
    await save(anEndedMeeting());
    await approves();

    const answers = await Promise.all([adds('Ett'), adds('To')]);
    const left = answers[0] === 'done' ? 'To' : 'Ett';
    await adds(left, 'again');

    const file = there(await lab.meetings.minutes(meetingId(), soon()));
    expect(answers.toSorted()).toEqual(['changed-meanwhile', 'done']);
    expect(file.addenda.map(({ text }) => text).toSorted()).toEqual(['Ett', 'To']);
  });
});

describe('a meeting seen at a glance', () => {
  it('is another replica’s a minute later, at one read', async () => {
    const lab = await openEmbedded();
    const glance = async () => (await lab.meetings.glance(meetingId(), soon()))?.meeting;
    await lab.meetings.commit({ meeting: aMeeting(), fact: fact('plan'), outbox: [] }, soon());
    await glance();
    const other = lab.replica().meetings;
    const file = there(await other.load(meetingId(), soon()));
    await other.commit({ meeting: published, file, fact: fact('publish'), outbox: [] }, soon());

    lab.forget();
    const [atOnce, decided] = [await glance(), await lab.meetings.load(meetingId(), soon())];
    const asked = lab.requests().length;
    lab.advance(60_000);

    expect(atOnce).toEqual(aMeeting());
    expect(decided?.meeting).toEqual(published);
    expect(asked).toBe(1);
    expect(await glance()).toEqual(published);
    await lab.close();
  });
});

describe('a meeting read while it is saved', () => {
  it('is not kept for a glance', async () => {
    const lab = await openEmbedded();
    await lab.meetings.commit({ meeting: aMeeting(), fact: fact('plan'), outbox: [] }, soon());
    const file = there(await lab.meetings.load(meetingId(), soon()));
    const { work } = openShelves(lab.place, lab.place);
    let release = (): void => undefined;
    const held = new Promise<void>(done => {
      release = done;
    });
    const slow: typeof work.read = async (...asked) => {
      const found = await work.read(...asked);
      await held;
      return found;
    };
    const seen = agingCache<{ file: MeetingFile | undefined }>({ limit: 9, maxAgeMs: 60_000, now: () => 0 });
    const meetings = cosmosMeetings({ shelves: { work: { ...work, read: slow } }, digest: lab.digest, seen });

    const early = meetings.load(meetingId(), soon());
    await meetings.commit({ meeting: published, file, fact: fact('publish'), outbox: [] }, soon());
    release();
    await early;

    expect((await meetings.glance(meetingId(), soon()))?.meeting).toEqual(published);
    await lab.close();
  });
});

describe('minutes as documents', () => {
  it('T26 are named by the event that wrote them', async () => {
    const lab = await openEmbedded();
    await lab.meetings.commit({ meeting: anEndedMeeting(), fact: fact('end'), outbox: [] }, soon());
    const file = there(await lab.meetings.load(meetingId(), soon()));
    const meeting = anEndedMeeting({ approved: { by: published.chair, at: NOON } });

    await lab.meetings.commit({ meeting, file, minutes: whole, fact: fact('approve'), outbox: [] }, soon());

    const [, event] = await lab.eventsIn(`meeting:${meetingId()}`);
    expect(event?.documents?.map(({ id }) => id).toSorted()).toEqual(['meeting', 'minutes']);
    await lab.close();
  });

  it.each<[string, object]>([
    ['a property nobody knows', { rationale: 'x' }],
    ['an outcome there is none of', { outcome: { kind: 'withdrawn' } }],
  ])('are strict: %s', (_, over) => {
    const [item] = whole.items;
    const { decision } = there(item);
    const minutes = { ...whole, items: [{ ...item, decision: { ...decision, ...over } }] };

    expect(() => toMinutes({ ...minutesDocument(whole), minutes, _etag: 'one' })).toThrow(
      /unrecognized|invalid/i,
    );
  });
});
