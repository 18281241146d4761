import { anAction, doneAction } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { actionId, caseId, meetingId, NOON, personId } from '../builders/ids';
import { aHouse, caseIn, OWNER, putReferral } from './asking';

describe('withdrawReferral', () => {
  it('ends the case and takes it off the agenda', async () => {
    const house = aHouse();
    putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);

    const withdrawn = await house.does.withdrawReferral({ ...house.ask('author'), caseId: caseId() });

    expect(withdrawn).toMatchObject({ ok: true, value: { state: 'referral-withdrawn', since: NOON } });
    expect(caseIn(house, caseId())).not.toHaveProperty('meetingId');
    expect(house.sent()).toContainEqual({ kind: 'edit-item', meetingId: meetingId(), caseId: caseId() });
  });

  it('tells the coordinators and whoever has an open task to stop, not why, and nobody twice', async () => {
    const house = aHouse();
    const open = anAction({ standIn: personId('stedfortreder') });
    const done = doneAction({ id: actionId('done'), owner: personId('ferdig') });
    putReferral(house, {
      state: 'awaiting-consent',
      actions: [briefOf(open), briefOf(open), briefOf(done)],
    } as never);

    await house.does.withdrawReferral({ ...house.ask('author'), caseId: caseId() });

    expect(house.sent().map(errand => ('to' in errand ? errand.to : errand.kind))).toEqual([
      'koordinator',
      'vara-koordinator',
      OWNER,
      'stedfortreder',
    ]);
    expect(house.sent().map(errand => ('notice' in errand ? errand.notice : {}))).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'stopped' })),
    );
  });
});
