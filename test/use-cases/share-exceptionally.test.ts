import { agencyId, caseId, personId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import {
  aHouse,
  caseIn,
  COORDINATOR,
  type House,
  keptIn,
  LEADER,
  ORIGIN,
  putReferral,
  STAND_IN,
  touch,
  interrupted,
} from './asking';
import { shareExceptionally } from '../../src/use-cases/share-exceptionally';

const MEMBER = personId('medlem-dps');
const VALUES = {
  ...{ groups: 'C,F', minutes: '30', receivers: 'medlem-dps', statute: 'hpl-31', reason: 'Trussel i kveld' },
  ...{ telling: 'soon', 'not-enough': 'yes' },
};
type Over = { readonly who?: 'author' | 'member' | 'leader' | 'owner'; readonly values?: object };
const pushed = (house: House, { who = 'author', values = {} }: Over = {}) => ({
  ...house.ask(who),
  caseId: caseId(),
  values: { ...VALUES, ...values },
  holdsPerson: (text: string) => text.includes('99887766'),
});
const push = (house: House, over: Over = {}) => house.does.shareExceptionally(pushed(house, over));

describe('shareExceptionally', () => {
  it('opens what was named to whom it was named, for as long as was chosen', async () => {
    const house = aHouse();
    putReferral(house);

    const shared = await push(house);

    const sharing = {
      ...{ from: ORIGIN, by: 'innmelder', groups: ['C', 'F'], to: [MEMBER], statute: 'hpl-31' },
      ...{ telling: 'soon', sharedAt: '2026-12-04T11:00:00.000Z', until: '2026-12-04T11:30:00.000Z' },
    };
    expect(shared).toMatchObject({ ok: true, value: { sharing } });
    expect(caseIn(house, caseId())?.sharings).toMatchObject([sharing]);
  });

  it('keeps the reason apart, and names the groups in the event', async () => {
    const house = aHouse();
    putReferral(house);

    await push(house);

    expect([...house.inside.sharings.values()]).toMatchObject([
      { reason: { origin: ORIGIN, section: 'reason', box: 'Trussel i kveld' }, reviewFrom: ORIGIN },
    ]);
    expect(
      JSON.stringify([...house.inside.cases.values(), ...house.events(), ...house.sent()]),
    ).not.toContain('Trussel');
    expect(house.events().at(-1)).toMatchObject({
      operation: 'share-exceptionally',
      rule: 'share-exceptionally/author',
      disclosed: [
        { origin: ORIGIN, section: 'C' },
        { origin: ORIGIN, section: 'F' },
      ],
    });
  });

  it('tells the receivers, the own leaders and the coordinators, and nobody else', async () => {
    const house = aHouse();
    house.enrol(
      aPerson({ id: personId('annen-leder'), roles: ['leader'], agency: agencyId('innsatsgruppen') }),
    );
    house.enrol(
      aPerson({ id: personId('forrige-leder'), roles: ['leader'], removedOn: '2026-01-01' as never }),
    );
    putReferral(house);

    await push(house);

    expect(
      house.sent().map(errand => (errand.kind === 'notice' ? [errand.to, errand.notice.kind] : [])),
    ).toEqual([
      [MEMBER, 'shared'],
      [LEADER, 'sharing-to-review'],
      [COORDINATOR, 'sharing-happened'],
      [STAND_IN, 'sharing-happened'],
    ]);
  });

  it('tells what is wrong with the form, and keeps nothing', async () => {
    const house = aHouse();
    putReferral(house);
    const kept = keptIn(house);

    const wrong = await push(house, { values: { 'not-enough': 'no', reason: '99887766' } });

    expect(wrong).toEqual({
      ok: true,
      value: {
        problems: [
          { field: 'reason', problem: 'holds-number' },
          { field: 'not-enough', problem: 'enough' },
        ],
      },
    });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toEqual([]);
  });

  it('was done once when the answer is asked for again, though its form would be wrong by now', async () => {
    const house = aHouse();
    putReferral(house);
    const first = await push(house);
    house.enrol(aMember({ removedOn: '2026-12-04' as never }));

    const again = await push(house);

    expect(again).toEqual(first);
    expect(caseIn(house, caseId())?.sharings).toHaveLength(1);
  });

  it('is looked at again when a receiver leaves just before the save', async () => {
    const house = aHouse();
    putReferral(house);
    const leaving = interrupted(house, () => {
      house.enrol(aMember({ removedOn: '2026-12-04' as never }));
      touch(house);
    });

    const refused = await shareExceptionally(leaving)(pushed(house));

    expect(refused).toEqual({ ok: false, error: { kind: 'try-again' } });
    expect(caseIn(house, caseId())?.sharings).toEqual([]);
  });

  it.each(['member', 'leader', 'owner'] as const)(
    'is refused to the %s, of an agency that holds nothing or without a part in the case',
    async who => {
      const house = aHouse();
      putReferral(house);

      const refused = await push(house, { who, values: { groups: '' } });

      expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
      expect(house.events().at(-1)).toMatchObject({ operation: 'share-exceptionally', allowed: false });
    },
  );

  it('shares nothing new in a case that has ended', async () => {
    const house = aHouse();
    putReferral(house, { state: 'declined' } as never);

    expect(await push(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('needs no second message when the coordinator shares', async () => {
    const house = aHouse();
    const coordination = aCoordinator().agency;
    putReferral(house, { holdings: [{ origin: coordination, section: 'C' }] });

    const values = { ...VALUES, groups: 'C' };
    await house.does.shareExceptionally({ ...pushed(house), ...house.ask('coordinator'), values });

    expect(house.sent().map(errand => 'to' in errand && errand.to)).toEqual([MEMBER, STAND_IN]);
  });
});
