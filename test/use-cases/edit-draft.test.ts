import { caseId, instant } from '../builders/ids';
import { aDraft } from '../builders/referrals';
import { aHouse } from './asking';

const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };

describe('editDraft', () => {
  it('gives the author their draft to go on with, without an event', async () => {
    const house = aHouse();
    const draft = house.putDraft(aDraft());

    const found = await house.does.editDraft({ ...house.ask('author'), draftId: caseId() });

    expect(found).toEqual({ ok: true, value: draft });
    expect(house.events()).toEqual([]);
  });

  it.each(['colleague', 'coordinator', 'gone'] as const)(
    'is refused to the %s, and that is recorded',
    async who => {
      const house = aHouse();
      house.putDraft(aDraft());

      const refused = await house.does.editDraft({ ...house.ask(who), draftId: caseId() });

      expect(refused).toEqual(NOT_AVAILABLE);
      expect(house.events()).toMatchObject([{ operation: 'edit-draft', subject: caseId(), allowed: false }]);
    },
  );

  it('is gone after thirty days', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    house.inside.now = instant('2027-01-04T12:00');

    const refused = await house.does.editDraft({ ...house.ask('author'), draftId: caseId() });

    expect(refused).toEqual(NOT_AVAILABLE);
  });
});
