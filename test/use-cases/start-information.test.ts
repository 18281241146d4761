import { agencyId, caseId } from '../builders/ids';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import { aHouse, heldBy, ORIGIN, putReferral } from './asking';

describe('startInformation', () => {
  it('gives the author their own referral, back in the form it came from', async () => {
    const house = aHouse();
    house.putDraft(
      aDraft({ values: { ...SHORTEST_FORM, words: 'Vil ha et sted', 'my-contact': '55 00 00 00' } }),
    );
    await house.does.submitReferral({ ...house.ask('author'), draftId: caseId() });

    const seen = await house.does.startInformation({
      ...house.ask('author', { command: 'look' }),
      caseId: caseId(),
    });

    expect(seen).toMatchObject({
      ok: true,
      value: { values: { ...SHORTEST_FORM, words: 'Vil ha et sted', 'my-contact': '55 00 00 00' } },
    });
  });

  it('shows all it shows of the own agency’s, and never who the candidate is', async () => {
    const house = aHouse();
    const others = agencyId('sent-ute-koordinering');
    putReferral(house, {
      holdings: [...heldBy(ORIGIN), { origin: ORIGIN, section: 'B' }, { origin: others, section: 'C' }],
    });

    await house.does.startInformation({ ...house.ask('author'), caseId: caseId() });

    expect(house.events()[0]?.disclosed).toEqual(heldBy(ORIGIN));
  });
});
