import { missedFrom } from '../../src/domain/sharing';
import { type Instant } from '../../src/domain/time';
import { ringSharingClock } from '../../src/use-cases/ring-sharing-clock';
import { caseId, instant, NOON } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aHouse, caseIn, type House, interrupted, putShared, touch } from './asking';

const AFTER = instant('2026-12-04T12:00');
const ring = async (house: House, now: Instant, world: Parameters<typeof ringSharingClock>[0] = house) => {
  const file = await house.cases.load(caseId(), inTime());
  return file === undefined ? 'no-case' : ringSharingClock(world, { file, now, within: inTime() });
};
const said = (house: House) => house.events().map(({ operation, by }) => [operation, by.person]);

describe('ringSharingClock', () => {
  it('says nothing before its time', async () => {
    const house = aHouse();
    putShared(house);

    expect(await ring(house, NOON)).toBe('already-done');
    expect(house.events()).toEqual([]);
  });

  it('says once that it shut, as of when it did, and rings for the review next', async () => {
    const house = aHouse();
    const sharing = putShared(house);

    const rung = [await ring(house, AFTER), await ring(house, AFTER)];

    expect(rung).toEqual(['done', 'already-done']);
    expect(said(house)).toEqual([['end-sharing-by-time', 'system']]);
    expect(caseIn(house, caseId())?.sharings).toMatchObject([{ endedAt: sharing.until }]);
    expect(house.sent()).toEqual([
      { kind: 'find-messages', caseId: caseId(), stoppedAt: sharing.until, sharingId: sharing.id },
    ]);
  });

  it('says both, one at a time, when it comes late', async () => {
    const house = aHouse();
    const late = missedFrom(putShared(house));

    await ring(house, late);
    await ring(house, late);

    expect(said(house)).toEqual([
      ['end-sharing-by-time', 'system'],
      ['miss-review', 'system'],
    ]);
    expect(caseIn(house, caseId())?.sharings).toMatchObject([{ missedAt: late }]);
  });

  it('is still due when somebody was first', async () => {
    const house = aHouse();
    putShared(house);

    const rung = await ring(
      house,
      AFTER,
      interrupted(house, () => {
        touch(house);
      }),
    );

    expect(rung).toBe('changed-meanwhile');
    expect(await ring(house, AFTER)).toBe('done');
  });
});
