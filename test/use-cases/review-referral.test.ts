import { caseId } from '../builders/ids';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import { aHouse, type House } from './asking';

const draftIn = ({ inside }: House) => inside.drafts.get(caseId())?.draft;

describe('reviewReferral', () => {
  it('saves the form, and reads it as a referral when it is whole', async () => {
    const house = aHouse();

    const reviewed = await house.does.reviewReferral({
      ...house.ask('author'),
      draftId: caseId(),
      values: SHORTEST_FORM,
    });

    expect(reviewed).toMatchObject({
      ok: true,
      value: { referral: { answers: { scene: 'yes' } }, draft: draftIn(house) },
    });
  });

  it('saves it all the same when something is wrong, and says what', async () => {
    const house = aHouse();
    const { scene: _, ...values } = SHORTEST_FORM;

    const reviewed = await house.does.reviewReferral({ ...house.ask('author'), draftId: caseId(), values });

    expect(reviewed).toMatchObject({
      ok: true,
      value: { problems: [{ field: 'scene', problem: 'unanswered' }] },
    });
    expect(draftIn(house)?.values).toEqual(values);
  });
});

describe('nameDraft', () => {
  it('adds who it is about, and keeps what was typed', async () => {
    const house = aHouse();
    house.putDraft(aDraft());

    const named = await house.does.nameDraft({
      ...house.ask('author'),
      draftId: caseId(),
      identity: { birthYear: 1980 },
    });

    expect(draftIn(house)).toMatchObject({ values: SHORTEST_FORM, identity: { birthYear: 1980 } });
    expect(named).toMatchObject({
      ok: true,
      value: { referral: {}, draft: { identity: { birthYear: 1980 } } },
    });
  });

  it('takes it out again', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ identity: { name: 'Kandidat' } }));

    await house.does.nameDraft({ ...house.ask('author'), draftId: caseId(), identity: null });

    expect(draftIn(house)).not.toHaveProperty('identity');
  });
});
