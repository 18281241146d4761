import { newGaps } from '../../src/use-cases/new-gaps';
import { aGap, gapId } from '../builders/learning';
import { day, instant } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aHouse } from './asking';

/** The meetings are on 25 November and 9 December. */
const given = (...moments: readonly string[]) => {
  const house = aHouse();
  moments.forEach(at => house.putGap(aGap({ id: gapId(at), recordedAt: instant(at) })));
  return house;
};

describe('newGaps', () => {
  it('counts from the day the group last met, in Bergen', async () => {
    const house = given('2026-11-24T22:59', '2026-11-24T23:00', '2026-12-03T08:00');

    expect(await newGaps(house, { on: day('2026-12-09') }, inTime())).toBe(2);
  });

  it('counts from a fortnight before the first meeting', async () => {
    const { anchor } = aProgramme();
    const house = given('2020-01-01T08:00', `${anchor}T00:30`);

    expect(await newGaps(house, { on: anchor }, inTime())).toBe(1);
  });

  it('is told with the agenda', async () => {
    const house = given('2026-12-03T08:00');

    const opened = await house.does.openAgenda(house.ask('member'));

    expect(opened).toMatchObject({ ok: true, value: { newGaps: 1 } });
  });
});
