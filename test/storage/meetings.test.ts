import { type Meeting } from '../../src/domain/meeting';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { caseId, commandId, instant, meetingId, NOON } from '../builders/ids';
import { aFact, anEntry } from '../builders/outbox';
import { soon, there } from './given';
import { BACKENDS, endOf, type Lab } from './lab';

const fact = (name: string) => aFact({ commandId: commandId(name), operation: 'publish-agenda' });
const published = aMeeting({
  publishedAt: NOON,
  agenda: [caseId()],
  posted: { activityId: '1', conversationId: '2' },
});

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
    {
      ...published,
      state: 'ended',
      attendance: { present: [], standIns: [], confidentialityReadBy: published.chair },
      startedAt: NOON,
      endedAt: instant('2026-12-09T10:00'),
    },
  ])('come back whole: $state', async meeting => {
    await save(meeting);

    expect((await lab.meetings.load(meeting.id, soon()))?.meeting).toEqual(meeting);
  });

  it('are not there until something was stored', async () => {
    expect(await lab.meetings.load(meetingId('2027-01-06'), soon())).toBeUndefined();
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
});
