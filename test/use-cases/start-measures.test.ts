import { aConsent } from '../builders/cases';
import { caseId, day } from '../builders/ids';
import { aHouse, type House, putReferral, type Who } from './asking';

const houseWith = (over: object): House => {
  const house = aHouse();
  putReferral(house, { state: 'mapping', presented: true, ...over });
  return house;
};

describe('startMeasures', () => {
  it('begins the measures on what was mapped', async () => {
    const house = houseWith({});

    const started = await house.does.startMeasures({ ...house.ask('coordinator'), caseId: caseId() });

    expect(started).toMatchObject({ ok: true, value: { state: 'active', past: [{ state: 'mapping' }] } });
  });

  it.each<[string, object, readonly [who: Who, kind: string]]>([
    ['a member', {}, ['member', 'wrong-state']],
    ['a coordinator once it is active', { state: 'active' }, ['coordinator', 'wrong-state']],
    [
      'a coordinator whose consent has run out',
      { consent: aConsent({ until: day('2026-12-03') }) },
      ['coordinator', 'wrong-state'],
    ],
    ['somebody else', {}, ['owner', 'not-available']],
  ])('refuses %s', async (_, over, [who, kind]) => {
    const house = houseWith(over);

    const refused = await house.does.startMeasures({ ...house.ask(who), caseId: caseId() });

    expect(refused).toEqual({ ok: false, error: { kind } });
  });
});
