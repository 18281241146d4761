import { aMeeting } from '../builders/meetings';
import { caseId, NOON } from '../builders/ids';
import { aHouse, caseIn, putReferral } from './asking';

describe('returnToAgenda', () => {
  it('makes a postponed case ready for the group again, without the reason it waited for', async () => {
    const house = aHouse();
    putReferral(house, { state: 'deferred', presented: true } as never);

    await house.does.returnToAgenda({ ...house.ask('coordinator'), caseId: caseId() });

    expect(caseIn(house, caseId())).toMatchObject({ state: 'ready-for-review', since: NOON });
    expect(caseIn(house, caseId())).not.toHaveProperty('reason');
    expect(house.sent()).toEqual([]);
  });

  it('then stands on the next agenda', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting());
    putReferral(house, { state: 'deferred', presented: true } as never);
    await house.does.returnToAgenda({ ...house.ask('coordinator'), caseId: caseId() });

    const agenda = await house.does.openAgenda(house.ask('coordinator', { command: 'look' }));

    expect(agenda).toMatchObject({ ok: true, value: { entries: [{ kase: { id: caseId() } }] } });
  });
});
