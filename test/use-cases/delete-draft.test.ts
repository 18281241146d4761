import { caseId } from '../builders/ids';
import { aDraft } from '../builders/referrals';
import { aHouse, keptIn } from './asking';

const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };

describe('deleteDraft', () => {
  it('takes it away, and nothing else', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    house.putDraft(aDraft({ id: caseId('other') }));

    const gone = await house.does.deleteDraft({ ...house.ask('author'), draftId: caseId() });

    expect(gone).toEqual({ ok: true, value: undefined });
    expect([...house.inside.drafts.keys()]).toEqual([caseId('other')]);
  });

  it.each([
    ['another’s', true],
    ['one that is not there', false],
  ] as const)('is refused for %s', async (_, there) => {
    const house = aHouse();
    if (there) house.putDraft(aDraft());
    const kept = keptIn(house);

    const refused = await house.does.deleteDraft({ ...house.ask('colleague'), draftId: caseId() });

    expect(refused).toEqual(NOT_AVAILABLE);
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'delete-draft', allowed: false }]);
  });
});
