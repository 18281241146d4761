import { caseId, meetingId, NOON } from '../builders/ids';
import { aRunningMeeting } from '../builders/meetings';
import { aHouse, type House } from './asking';

const CARDS = [
  { kind: 'edit-agenda', meetingId: meetingId() },
  { kind: 'edit-item', meetingId: meetingId(), caseId: caseId() },
];
/** To whoever led it. */
const MINUTES_AWAIT = {
  kind: 'meeting-notice',
  to: 'moteleder',
  meetingId: meetingId(),
  about: 'approve-minutes',
};
const meetingIn = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;

describe('endMeeting', () => {
  it('ends one that runs, draws its cards anew, and tells its chair that the minutes wait', async () => {
    const house = aHouse();
    house.putMeeting(aRunningMeeting({ agenda: [caseId()] }));

    await house.does.endMeeting({ ...house.ask('coordinator'), meetingId: meetingId() });

    expect(meetingIn(house)).toMatchObject({
      state: 'ended',
      endedAt: NOON,
      attendance: { present: ['sosial', 'dps', 'politi'] },
    });
    expect(house.sent()).toEqual([...CARDS, MINUTES_AWAIT]);
  });
});
