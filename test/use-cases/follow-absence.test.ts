import { type Errand } from '../../src/domain/outbox';
import { followAbsence } from '../../src/use-cases/follow-absence';
import { aCase, anAction } from '../builders/cases';
import { day, instant, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { AUTHOR, aHouse, COORDINATOR, type House, OWNER, putTaskIn, STAND_IN, type Who } from './asking';

/** Monday 7 December 2026, seven in Bergen: nobody's digest has come. */
const EARLY = instant('2026-12-07T06:00');
const NOON = instant('2026-12-07T11:00');
const DAYS = { from: '2026-12-07', to: '2026-12-11' };
const COLLEAGUE = personId('kollega');
const MEMBER = personId('medlem-dps');

const aHouseWithTask = (task: Parameters<typeof anAction>[0] = {}, kase: object = {}): House => {
  const house = aHouse();
  const action = anAction({ owner: OWNER, due: day('2026-12-08'), ...task });
  putTaskIn(house, { kase: aCase({ state: 'mapping', ...kase } as never), action });
  return house;
};
const away = (from: string, to: string, standIn = {}) => ({
  absence: { from: day(from), to: day(to), ...standIn },
});

type Following = Extract<Errand, { readonly kind: 'follow-absence' }>;
const isFollowing = (errand: Errand): errand is Following => errand.kind === 'follow-absence';
/** As the dispatcher does, some time after the press. */
const carry = async (house: House, now = EARLY): Promise<void> => {
  for (const { entry } of [...house.inside.outbox.values()])
    if (isFollowing(entry.errand))
      await followAbsence(house)(entry.errand, { now, cause: entry.id, within: inTime() });
};
const set = async (house: House, who: Who, values: Readonly<Record<string, string>> = DAYS) => {
  const done = await house.does.setAbsence({ ...house.ask(who, { at: EARLY }), values });
  expect(done).toMatchObject({ ok: true, value: { absence: {} } });
  await carry(house);
};
const told = ({ inside }: House) =>
  [...inside.outbox.values()].flatMap(({ entry: { errand, at } }) =>
    errand.kind === 'digest' ? [[errand.to, errand.on, at]] : [],
  );
const readers = (house: House) => told(house).map(([to]) => to);
const edited = (house: House) =>
  house.sent().flatMap(errand => (errand.kind === 'edit-digest' ? [errand.to] : []));

describe('followAbsence, when somebody goes away today', () => {
  it('rings for the task’s stand-in, at the hour of their digest', async () => {
    const house = aHouseWithTask({ standIn: COLLEAGUE });

    await set(house, 'owner');

    expect(told(house)).toEqual([[COLLEAGUE, '2026-12-07', instant('2026-12-07T07:30')]]);
  });

  it('rings for the coordinators when nobody stands in, once however often it is carried', async () => {
    const house = aHouseWithTask();

    await set(house, 'owner');
    await carry(house, NOON);

    expect(readers(house)).toEqual([COORDINATOR, STAND_IN]);
  });

  it('rings for nobody again who hears already, when the days are changed', async () => {
    const house = aHouseWithTask();
    house.enrol({ ...house.who.owner.person, ...away('2026-12-01', '2026-12-09') });

    await set(house, 'owner');

    expect(readers(house)).toEqual([]);
  });

  it('rings for the coordinators when it is the stand-in of an owner who is away', async () => {
    const house = aHouseWithTask({ standIn: COLLEAGUE });
    house.enrol({ ...house.who.owner.person, ...away('2026-12-01', '2027-03-01') });

    await set(house, 'colleague');

    expect(readers(house)).toEqual([COORDINATOR, STAND_IN]);
  });

  it('rings for the coordinators when it is who stands in for a colleague who is away', async () => {
    const house = aHouseWithTask({ owner: AUTHOR }, { presented: true });
    house.enrol({
      ...house.who.author.person,
      ...away('2026-12-01', '2027-03-01', { standIn: MEMBER }),
    });

    await set(house, 'member');

    expect(readers(house)).toEqual([COORDINATOR, STAND_IN]);
  });

  it.each<[string, Parameters<typeof anAction>[0], object]>([
    ['nothing is near', { due: day('2026-12-18') }, {}],
    ['it is not theirs but one they stand in for', { owner: COLLEAGUE, standIn: OWNER }, {}],
    ['the case rests', {}, { pausedUntil: day('2026-12-20') }],
    ['nobody else may be told', {}, {}],
  ])('rings for nobody when %s', async (why, task, kase) => {
    const house = aHouseWithTask(task, kase);
    if (why === 'nobody else may be told')
      [COORDINATOR, STAND_IN].forEach(id => {
        const file = house.inside.people.get(id);
        if (file !== undefined) house.enrol({ ...file.person, removedOn: day('2026-12-01') });
      });

    await set(house, 'owner');

    expect(told(house)).toEqual([]);
  });

  it('rings for nobody yet when it is to come', async () => {
    const house = aHouseWithTask({ standIn: COLLEAGUE });

    await set(house, 'owner', { ...DAYS, from: '2026-12-08' });

    expect(told(house)).toEqual([]);
  });
});

describe('followAbsence, when somebody is back', () => {
  const aHouseWithout = (to: string, task: Parameters<typeof anAction>[0] = {}): House => {
    const house = aHouseWithTask(task);
    house.enrol(aPerson({ id: OWNER, name: 'Ansvarlig', roles: [], ...away('2026-12-01', to) }));
    return house;
  };
  const end = async (house: House, to: string): Promise<void> => {
    const by = house.inside.people.get(OWNER);
    if (by === undefined) throw new Error('nobody');
    const done = await house.does.endAbsence({ ...house.ask('owner', { at: EARLY }), by, to: day(to) });
    expect(done.ok).toBe(true);
    await carry(house);
  };

  it('rings for them on the day they end it', async () => {
    const house = aHouseWithout('2027-06-30');

    await end(house, '2027-06-30');

    expect(told(house)).toEqual([[OWNER, '2026-12-07', instant('2026-12-07T07:30')]]);
  });

  it('rings for them on their first day, when they come back sooner', async () => {
    const house = aHouseWithout('2027-06-30', { standIn: COLLEAGUE });

    await set(house, 'owner', { from: '2026-12-01', to: '2026-12-09' });

    expect(told(house)).toEqual([[OWNER, '2026-12-10', instant('2026-12-10T07:30')]]);
  });

  it('rings for nobody anew when they stay longer', async () => {
    const house = aHouseWithout('2026-12-09', { standIn: COLLEAGUE });

    await set(house, 'owner', { from: '2026-12-01', to: '2027-06-30' });

    expect(told(house)).toEqual([]);
  });

  it('has the digests edited of whoever was told instead', async () => {
    const [standsIn, nobody] = [
      aHouseWithout('2027-06-30', { standIn: COLLEAGUE }),
      aHouseWithout('2027-06-30'),
    ];

    await end(standsIn, '2027-06-30');
    await end(nobody, '2027-06-30');

    expect([edited(standsIn), edited(nobody)]).toEqual([[COLLEAGUE], [COORDINATOR, STAND_IN]]);
  });

  it('has the coordinators’ edited when they name somebody who stands in', async () => {
    const house = aHouseWithTask({ owner: AUTHOR }, { presented: true });
    house.enrol({ ...house.who.author.person, ...away('2026-12-01', '2026-12-11') });
    const inner = aPerson({ id: personId('stedfortreder'), name: 'Stedfortreder', roles: [] });
    house.enrol({
      ...house.who.member.person,
      id: inner.id,
      agency: house.who.author.person.agency,
      identities: inner.identities,
    });

    await set(house, 'author', { ...DAYS, 'stand-in': inner.id });

    expect(edited(house)).toEqual([COORDINATOR, STAND_IN]);
    expect(readers(house)).toEqual([inner.id]);
  });
});
