import { meetingId, NOON } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse } from './asking';

describe('startAttendance', () => {
  it.each([
    ['planned', aMeeting()],
    ['running', aRunningMeeting()],
  ] as const)('gives the chair a meeting that is %s', async (state, meeting) => {
    const house = aHouse();
    house.putMeeting(meeting);

    const found = await house.does.startAttendance({ ...house.ask('chair'), meetingId: meetingId() });

    expect(found).toMatchObject({ ok: true, value: { meeting: { state } } });
  });

  it('gives one of the series that nothing has happened to yet', async () => {
    const house = aHouse();

    const found = await house.does.startAttendance({ ...house.ask('coordinator'), meetingId: meetingId() });

    expect(found).toMatchObject({ ok: true, value: { meeting: { on: '2026-12-09', chair: 'moteleder' } } });
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
    house.putMeeting({ ...running, state: 'ended', endedAt: NOON });

    const refused = await house.does.startAttendance({ ...house.ask('chair'), meetingId: meetingId() });

    expect(refused.ok).toBe(false);
  });
});
