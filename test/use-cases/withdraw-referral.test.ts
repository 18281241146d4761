import { caseId, meetingId, NOON } from '../builders/ids';
import { aHouse, AUTHOR, caseIn, putReferral } from './asking';

describe('withdrawReferral', () => {
  it('ends the case and takes it off the agenda', async () => {
    const house = aHouse();
    putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);

    const withdrawn = await house.does.withdrawReferral({ ...house.ask('author'), caseId: caseId() });

    expect(withdrawn).toMatchObject({ ok: true, value: { state: 'referral-withdrawn', since: NOON } });
    expect(caseIn(house, caseId())).not.toHaveProperty('meetingId');
    expect(house.sent()).toEqual([{ kind: 'stop-work', caseId: caseId(), stoppedAt: NOON, by: AUTHOR }]);
  });
});
