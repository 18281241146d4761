import { markOfAttendance } from '../../src/domain/attendance';
import { type Instant } from '../../src/domain/time';
import { caseId, instant, meetingId, NOON, seatId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, type House, type Who } from './asking';

const CARDS = [
  { kind: 'edit-agenda', meetingId: meetingId() },
  { kind: 'edit-item', meetingId: meetingId(), caseId: caseId() },
];
const AT = instant('2026-12-09T08:10');
type More = { readonly who?: Who; readonly corrects?: string; readonly at?: Instant };
const start = (house: House, present = [seatId('dps')], { who = 'chair', at = AT, ...more }: More = {}) =>
  house.does.startMeeting({
    ...house.ask(who, { command: `${who} ${present.join()}`, at }),
    ...{ meetingId: meetingId(), present, ...more },
  });
const NO = (kind: string) => ({ ok: false, error: { kind } });
const meetingIn = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;

describe('startMeeting', () => {
  it('begins a published meeting with who is present, and draws its cards anew', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));

    await start(house);

    expect(meetingIn(house)).toMatchObject({
      state: 'running',
      startedAt: AT,
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

  it('corrects the attendance that was seen while it runs, and neither when it began nor who read the text', async () => {
    const house = aHouse();
    const running = aRunningMeeting();
    house.putMeeting(running);
    const corrects = markOfAttendance(running.attendance);

    await start(house, [], { who: 'coordinator', corrects });

    expect(meetingIn(house)).toMatchObject({
      startedAt: '2026-12-09T08:05:00.000Z',
      attendance: { present: [], confidentialityReadBy: 'moteleder' },
    });
  });

  it('does not let the second who starts it put their attendance over the first’s', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON }));
    const all = ['sosial', 'dps', 'politi'].map(seatId);
    await start(house, all);

    const second = await start(house, [seatId('dps')], { who: 'coordinator' });

    expect(second).toEqual(NO('changed-meanwhile'));
    expect(meetingIn(house)).toMatchObject({
      attendance: { present: all, confidentialityReadBy: 'moteleder' },
    });
  });

  it('does not correct another attendance than was seen', async () => {
    const house = aHouse();
    const running = aRunningMeeting();
    house.putMeeting(running);
    const corrects = markOfAttendance(running.attendance);
    await start(house, [seatId('dps')], { corrects });

    const second = await start(house, [], { who: 'coordinator', corrects });

    expect(second).toEqual(NO('changed-meanwhile'));
    expect(meetingIn(house)).toMatchObject({ attendance: { present: ['dps'] } });
  });

  it('does the same press once', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON }));
    await start(house);

    expect((await start(house)).ok).toBe(true);
  });

  it('does not begin before its day', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON }));

    const early = await start(house, [], { at: instant('2026-12-08T12:00') });

    expect(early).toEqual(NO('too-early'));
    expect(meetingIn(house)?.state).toBe('planned');
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
