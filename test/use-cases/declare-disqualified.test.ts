import { caseId } from '../builders/ids';
import { aHouse, caseIn, putReferral } from './asking';

describe('declareDisqualified', () => {
  it('says in the case who it is, and never why', async () => {
    const house = aHouse();
    putReferral(house, { presented: true });

    await house.does.declareDisqualified({ ...house.ask('member'), caseId: caseId() });

    expect(caseIn(house, caseId())?.disqualified).toEqual([
      { person: 'medlem-dps', by: 'medlem-dps', at: house.inside.now },
    ]);
  });

  it('shuts the case to them from then on', async () => {
    const house = aHouse();
    putReferral(house, { presented: true });
    const before = await house.does.openCase({ ...house.ask('member'), caseId: caseId() });

    await house.does.declareDisqualified({
      ...house.ask('member', { command: 'declared' }),
      caseId: caseId(),
    });

    const after = await house.does.openCase({
      ...house.ask('member', { command: 'after' }),
      caseId: caseId(),
    });
    expect(before.ok).toBe(true);
    expect(after).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
