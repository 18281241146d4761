import { caseId, meetingId, NOON, seatId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, type House } from './asking';

const CARDS = [
  { kind: 'edit-agenda', meetingId: meetingId() },
  { kind: 'edit-item', meetingId: meetingId(), caseId: caseId() },
];
const start = (house: House, present = [seatId('dps')]) =>
  house.does.startMeeting({ ...house.ask('chair'), meetingId: meetingId(), present });
const meetingIn = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;

describe('startMeeting', () => {
  it('begins a published meeting with who is present, and draws its cards anew', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));

    await start(house);

    expect(meetingIn(house)).toMatchObject({
      state: 'running',
      startedAt: NOON,
      attendance: { present: ['dps'], confidentialityReadBy: 'moteleder' },
    });
    expect(house.sent()).toEqual(CARDS);
  });

  it('knows only the seats there are, each once, in their order', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON }));

    await start(house, [seatId('politi'), seatId('sosial'), seatId('ukjent'), seatId('politi')]);

    expect(meetingIn(house)).toMatchObject({ attendance: { present: ['sosial', 'politi'] } });
  });

  it('corrects the attendance while it runs, and not when it began', async () => {
    const house = aHouse();
    house.putMeeting(aRunningMeeting());

    await start(house, []);

    expect(meetingIn(house)).toMatchObject({
      startedAt: '2026-12-09T08:05:00.000Z',
      attendance: { present: [] },
    });
  });

  it('does not begin one whose agenda is not published', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting());

    const refused = await start(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(meetingIn(house)?.state).toBe('planned');
    expect(house.events()).toMatchObject([{ operation: 'start-meeting', allowed: false }]);
  });
});

describe('endMeeting', () => {
  it('ends one that runs, and draws its cards anew', async () => {
    const house = aHouse();
    house.putMeeting(aRunningMeeting({ agenda: [caseId()] }));

    await house.does.endMeeting({ ...house.ask('coordinator'), meetingId: meetingId() });

    expect(meetingIn(house)).toMatchObject({
      state: 'ended',
      endedAt: NOON,
      attendance: { present: ['sosial', 'dps', 'politi'] },
    });
    expect(house.sent()).toEqual(CARDS);
  });
});

describe('startAttendance', () => {
  it.each([
    ['planned', aMeeting()],
    ['running', aRunningMeeting()],
  ] as const)('gives the chair a meeting that is %s', async (state, meeting) => {
    const house = aHouse();
    house.putMeeting(meeting);

    const found = await house.does.startAttendance({ ...house.ask('chair'), meetingId: meetingId() });

    expect(found).toMatchObject({ ok: true, value: { state } });
  });

  it('gives one of the series that nothing has happened to yet', async () => {
    const house = aHouse();

    const found = await house.does.startAttendance({ ...house.ask('coordinator'), meetingId: meetingId() });

    expect(found).toMatchObject({ ok: true, value: { on: '2026-12-09', chair: 'moteleder' } });
  });

  it.each([
    ['somebody else', 'member', meetingId()],
    ['a meeting there is none of', 'chair', meetingId('2026-12-10')],
  ] as const)('is refused, and recorded as refused, for %s', async (_, who, id) => {
    const house = aHouse();

    const refused = await house.does.startAttendance({ ...house.ask(who), meetingId: id });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'start-attendance', subject: id, allowed: false }]);
  });

  it('is refused when it is over', async () => {
    const house = aHouse();
    const running = aRunningMeeting();
    if (running.state === 'running') house.putMeeting({ ...running, state: 'ended', endedAt: NOON });

    const refused = await house.does.startAttendance({ ...house.ask('chair'), meetingId: meetingId() });

    expect(refused.ok).toBe(false);
  });
});
