import { type Instant } from '../../src/domain/time';
import { aSharing } from '../builders/cases';
import { agencyId, caseId, instant, NOON, sharingId } from '../builders/ids';
import { aHouse, AUTHOR, ORIGIN, putReferral, putShared } from './asking';

const own = { from: ORIGIN, by: AUTHOR };
const idsAt = async (house: ReturnType<typeof aHouse>, at: Instant) => {
  const listed = await house.does.listReviews(house.ask('leader', { at }));
  return listed.ok ? listed.value.map(({ sharing }) => sharing.id) : listed;
};

describe('listReviews', () => {
  it('is what the own agency shared and nobody reviewed, the oldest first', async () => {
    const house = aHouse();
    const later = instant('2026-12-04T13:00');
    const reviewed = { by: AUTHOR, at: NOON, verdict: 'right' } as const;
    const all = [
      aSharing({ ...own, id: sharingId('second'), sharedAt: later }),
      aSharing({ ...own, id: sharingId('first') }),
      aSharing({ ...own, id: sharingId('reviewed'), review: reviewed }),
      aSharing({ id: sharingId('theirs'), from: agencyId('innsatsgruppen') }),
    ];
    const kase = putReferral(house, { sharings: all });
    all.forEach(sharing => house.putSharing(kase, sharing));
    house.putSharing(kase, aSharing({ ...own, id: sharingId('not in the case') }));

    expect(await idsAt(house, later)).toEqual([sharingId('first'), sharingId('second')]);
    expect(house.events().at(-1)).toMatchObject({ operation: 'list-reviews', disclosed: [] });
  });

  it('holds nothing whose time is out, or of a case that is gone', async () => {
    const house = aHouse();
    const sharing = putShared(house);

    expect(await idsAt(house, instant('2026-12-07T11:00'))).toEqual([sharing.id]);
    expect(await idsAt(house, instant('2026-12-07T11:00:00.001'))).toEqual([]);
    house.inside.cases.delete(caseId());
    expect(await idsAt(house, NOON)).toEqual([]);
  });

  it('is for leaders', async () => {
    const house = aHouse();

    expect(await house.does.listReviews(house.ask('member'))).toEqual({
      ok: false,
      error: { kind: 'not-available' },
    });
  });
});
