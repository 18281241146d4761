import { aCase } from '../builders/cases';
import { caseCode, caseId, instant, NOON, personId } from '../builders/ids';
import { aDraft } from '../builders/referrals';
import { aHouse, type House } from './asking';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));

describe('listMyReferrals', () => {
  it('lists one’s own, newest first, and one’s drafts, and nobody else’s', async () => {
    const house = aHouse();
    put(house, 'old', { submittedAt: instant('2026-11-01T08:00') });
    put(house, 'new', { submittedAt: instant('2026-12-01T08:00') });
    put(house, 'not mine', { author: personId('kollega') });
    house.putDraft(aDraft({ id: caseId('draft') }));
    house.putDraft(aDraft({ id: caseId('not my draft'), author: personId('kollega') }));

    const mine = await house.does.listMyReferrals(house.ask('author'));

    expect(mine).toMatchObject({
      ok: true,
      value: {
        cases: [{ id: caseId('new') }, { id: caseId('old') }],
        drafts: [{ id: caseId('draft'), savedAt: NOON }],
      },
    });
    expect(mine.ok && mine.value.cases).toHaveLength(2);
    expect(mine.ok && mine.value.drafts).toHaveLength(1);
  });
});
