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
