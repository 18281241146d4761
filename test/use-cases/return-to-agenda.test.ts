import { aMeeting } from '../builders/meetings';
import { caseId, NOON } from '../builders/ids';
import { aHouse, AUTHOR, caseIn, putReferral } from './asking';

describe('returnToAgenda', () => {
  it('makes a postponed case ready again, without the reason it waited for, and tells its author', async () => {
    const house = aHouse();
    putReferral(house, { state: 'deferred', presented: true } as never);

    await house.does.returnToAgenda({ ...house.ask('coordinator'), caseId: caseId() });

    expect(caseIn(house, caseId())).toMatchObject({ state: 'ready-for-review', since: NOON });
    expect(caseIn(house, caseId())).not.toHaveProperty('reason');
    expect(house.sent()).toMatchObject([
      { kind: 'notice', to: AUTHOR, notice: { kind: 'state', state: 'ready-for-review' } },
    ]);
  });

  it('waits for consent when somebody could recognise the person', async () => {
    const house = aHouse();
    putReferral(house, { state: 'deferred', presented: true, recognisable: true } as never);

    const refused = await house.does.returnToAgenda({ ...house.ask('coordinator'), caseId: caseId() });

    expect(refused).toEqual({ ok: false, error: { kind: 'recognisable' } });
    expect(caseIn(house, caseId())?.state).toBe('deferred');
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
