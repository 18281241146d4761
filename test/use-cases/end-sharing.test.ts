import { caseId, instant, NOON, sharingId } from '../builders/ids';
import { aHouse, caseIn, type House, keptIn, putShared, type Who } from './asking';

const KEY = { caseId: caseId(), sharingId: sharingId() };
const end = (house: House, who: Who, over: object = {}) =>
  house.does.endSharing({ ...house.ask(who), ...KEY, ...over });

describe('endSharing', () => {
  it('shuts it now', async () => {
    const house = aHouse();
    putShared(house);

    await end(house, 'author');

    expect(caseIn(house, caseId())?.sharings).toMatchObject([{ endedAt: NOON }]);
    expect(house.sent()).toMatchObject([{ kind: 'find-messages', stoppedAt: NOON, sharingId: sharingId() }]);
    expect(house.events().at(-1)).toMatchObject({ operation: 'end-sharing', rule: 'end-sharing/sharer' });
  });

  it.each(['member', 'leader', 'coordinator', 'colleague'] as const)('is refused to the %s', async who => {
    const house = aHouse();
    putShared(house);
    const kept = keptIn(house);

    expect((await end(house, who)).ok).toBe(false);
    expect(keptIn(house)).toBe(kept);
  });

  it('says that it is shut already, to who may see the case', async () => {
    const house = aHouse();
    putShared(house);

    const shut = await end(house, 'author', { at: instant('2026-12-04T12:00') });
    const none = await end(house, 'author', { sharingId: sharingId('none') });

    expect(shut).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(none).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });
});
