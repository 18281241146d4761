import { missedReviews } from '../../src/use-cases/missed-reviews';
import { aDisqualification } from '../builders/cases';
import { caseId, instant, NOON, sharingId } from '../builders/ids';
import { aHouse, COORDINATOR, type House, putShared } from './asking';

const LATE = instant('2026-12-07T12:00');
const missed = async (house: House, at = LATE) =>
  (await missedReviews(house, house.ask('coordinator', { at }))).map(({ sharing }) => sharing.id);

describe('missedReviews', () => {
  it('is what nobody reviewed in time, for 28 days', async () => {
    const house = aHouse();
    putShared(house);

    expect(await missed(house, NOON)).toEqual([]);
    expect(await missed(house)).toEqual([sharingId()]);
    expect(await missed(house, instant('2027-01-04T10:00'))).toEqual([sharingId()]);
    expect(await missed(house, instant('2027-01-04T12:00'))).toEqual([]);
  });

  it('holds nothing of a case that is gone, or not the asker’s', async () => {
    const house = aHouse();
    putShared(house, { kase: { disqualified: [aDisqualification(COORDINATOR)] } });

    expect(await missed(house)).toEqual([]);
    house.inside.cases.delete(caseId());
    expect(await missed(house)).toEqual([]);
  });

  it('waits in the inbox, and leads to the case', async () => {
    const house = aHouse();
    putShared(house, { kase: { state: 'mapping' } });

    const inbox = await house.does.openInbox(house.ask('coordinator', { at: LATE }));

    const entries = inbox.ok ? inbox.value.entries : [];
    expect(entries.filter(({ step }) => step === 'sharing-not-reviewed')).toMatchObject([
      { caseId: caseId(), urgent: true },
    ]);
  });
});
