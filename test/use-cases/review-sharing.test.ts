import { caseId, instant, NOON, sharingId } from '../builders/ids';
import {
  aHouse,
  AUTHOR,
  caseIn,
  COORDINATOR,
  type House,
  keptIn,
  LEADER,
  ORIGIN,
  putShared,
  STAND_IN,
  type Who,
} from './asking';
import { carried } from './carried';

const KEY = { caseId: caseId(), sharingId: sharingId() };
const JUDGED = { verdict: 'too-much', remark: 'Bare F var nok' } as const;
const review = (house: House, who: Who = 'leader', over: object = {}) =>
  house.does.reviewSharing({ ...house.ask(who), ...KEY, ...JUDGED, ...over });
const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const TOO_LATE = instant('2026-12-07T11:00:00.001');

describe('reviewSharing', () => {
  it('keeps the judgement in the case, and the remark sealed beside the reason', async () => {
    const house = aHouse();
    putShared(house);

    await review(house);

    expect(caseIn(house, caseId())?.sharings).toMatchObject([
      { review: { by: LEADER, at: NOON, verdict: 'too-much' } },
    ]);
    expect([...house.inside.sharings.values()]).toMatchObject([
      { reason: { box: 'Trussel i kveld' }, remark: { box: 'Bare F var nok', origin: ORIGIN } },
    ]);
    expect([...house.inside.sharings.values()][0]).not.toHaveProperty('reviewFrom');
  });

  it('tells the one who shared and the coordinators, and not how it was judged', async () => {
    const house = aHouse();
    putShared(house);

    await review(house);

    expect(await carried(house)).toMatchObject(
      [AUTHOR, COORDINATOR, STAND_IN].map(to => ({ to, notice: { kind: 'sharing-reviewed' } })),
    );
    expect(JSON.stringify(house.sent())).not.toMatch(/much|nok/);
  });

  it('needs no remark', async () => {
    const house = aHouse();
    putShared(house);

    const reviewed = await review(house, 'leader', { remark: '' });

    expect(reviewed.ok).toBe(true);
    expect([...house.inside.sharings.values()][0]).not.toHaveProperty('remark');
  });

  it('is refused after 72 hours, and says why to the leader only', async () => {
    const house = aHouse();
    putShared(house);
    const kept = keptIn(house);

    expect(await review(house, 'leader', { at: TOO_LATE })).toEqual({
      ok: false,
      error: { kind: 'review-too-late' },
    });
    expect(await review(house, 'admin', { at: TOO_LATE })).toEqual(NOT_AVAILABLE);
    expect(keptIn(house)).toBe(kept);
  });

  it('is given once', async () => {
    const house = aHouse();
    putShared(house);
    await review(house);

    const again = await house.does.reviewSharing({
      ...house.ask('leader', { command: 'again' }),
      ...{ ...KEY, verdict: 'right', remark: '' },
    });

    expect(again).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(caseIn(house, caseId())?.sharings).toMatchObject([{ review: { verdict: 'too-much' } }]);
  });

  it.each(['member', 'colleague', 'admin', 'owner'] as const)('is refused to the %s', async who => {
    const house = aHouse();
    putShared(house);

    const refused = await review(house, who);

    expect(refused.ok).toBe(false);
    expect(caseIn(house, caseId())?.sharings[0]).not.toHaveProperty('review');
  });

  it('is refused when there is no such sharing, no such case, or nothing lies beside', async () => {
    const house = aHouse();
    putShared(house);

    expect(await review(house, 'leader', { sharingId: sharingId('none') })).toEqual(NOT_AVAILABLE);
    expect(await review(house, 'leader', { caseId: caseId('none') })).toEqual(NOT_AVAILABLE);
    house.inside.sharings.clear();
    expect((await review(house)).ok).toBe(false);
  });
});
