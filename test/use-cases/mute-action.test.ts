import { digestLines } from '../../src/use-cases/digest-lines';
import { type Person } from '../../src/domain/people';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { AUTHOR, aHouse, heldBy, type House, ORIGIN, OWNER, putTaskIn, type Who } from './asking';
import { carried } from './carried';

const KEY = { caseId: caseId(), actionId: anAction().id };
const aTask = (over: Parameters<typeof anAction>[0] = {}): House => {
  const house = aHouse();
  const kase = aCase({ state: 'mapping', holdings: heldBy(ORIGIN) } as never);
  putTaskIn(house, { kase, action: anAction({ due: day('2026-12-07'), ...over }) });
  return house;
};
const taskIn = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`);
const mute = (house: House, until = '2026-12-14', who: Who = 'owner') =>
  house.does.muteAction({ ...house.ask(who), ...KEY, until: day(until), reason: 'other-first' });
const linesFor = async (house: House, person: Person, today = '2026-12-04') =>
  (await digestLines(house)({ reader: person, today: day(today), within: inTime() })).length;

describe('muteAction', () => {
  it('keeps it out of its owner’s digests until the day, and has the newest one drawn anew', async () => {
    const house = aTask();
    const owner = house.who.owner.person;
    const before = await linesFor(house, owner);

    await mute(house);

    const days = ['2026-12-04', '2026-12-11', '2026-12-14'];
    expect(before).toBe(1);
    expect(await Promise.all(days.map(on => linesFor(house, owner, on)))).toEqual([0, 0, 1]);
    expect(await carried(house)).toEqual([{ kind: 'edit-digest', to: OWNER, on: '2026-12-04' }]);
  });

  it('silences nobody else: the stand-in and the coordinator hear as before', async () => {
    const house = aTask({ standIn: AUTHOR });
    await mute(house, '2027-01-15');

    const lines = [
      await linesFor(house, house.who.owner.person, '2026-12-21'),
      await linesFor(house, house.who.author.person, '2026-12-08'),
      await linesFor(house, house.who.coordinator.person, '2026-12-21'),
    ];

    expect(lines).toEqual([0, 1, 1]);
  });

  it('is for whoever stands in alone when they choose it: the owner hears as before', async () => {
    const house = aTask({ standIn: AUTHOR });
    const { owner, author } = house.who;

    await mute(house, '2027-01-15', 'author');

    const lines = [
      await linesFor(house, owner.person, '2026-12-08'),
      await linesFor(house, author.person, '2026-12-08'),
    ];
    expect(lines).toEqual([1, 0]);
  });

  it('is kept for each of them, and each takes back their own', async () => {
    const house = aTask({ standIn: AUTHOR });
    await mute(house, '2027-01-15');
    const by = { command: 'stand-in' };
    const quiet = { ...KEY, until: day('2026-12-16'), reason: 'date-agreed' } as const;
    await house.does.muteAction({ ...house.ask('author', by), ...quiet });
    const both = taskIn(house);

    await house.does.unmuteAction({ ...house.ask('owner', { command: 'off' }), ...KEY });

    expect(both?.action.mutes).toMatchObject([{ by: OWNER }, { by: AUTHOR }]);
    expect(both?.remindAt).toBe(instant('2026-12-07T04:00'));
    expect(taskIn(house)?.action.mutes).toEqual([{ by: AUTHOR, until: '2026-12-16', reason: 'date-agreed' }]);
  });

  it('does not keep from a coordinator what the coordinators hear of, though they own it', async () => {
    const house = aTask({ owner: aHouse().who.coordinator.person.id });
    const { person } = house.who.coordinator;
    await mute(house, '2027-01-15', 'coordinator');

    expect(await linesFor(house, person, '2026-12-08')).toBe(0);
    expect(await linesFor(house, person, '2026-12-21')).toBe(1);
  });

  it('rings on the day they want to hear of it, when no rung comes before', async () => {
    const [late, early] = [aTask({ due: day('2026-11-20') }), aTask({ due: day('2026-12-18') })];

    await mute(late, '2026-12-14');
    await mute(early, '2026-12-21');

    expect(taskIn(late)?.remindAt).toBe(instant('2026-12-14T04:00'));
    expect(taskIn(early)?.remindAt).toBe(instant('2026-12-16T04:00'));
  });

  it('lasts to the first working day when the day is off', async () => {
    const house = aTask();

    await mute(house, '2026-12-12');

    expect(taskIn(house)?.action.mutes).toEqual([{ by: OWNER, until: '2026-12-14', reason: 'other-first' }]);
  });

  it.each(['2026-12-04', '2026-12-01', '2027-02-03'])('is refused until %s', async until => {
    const house = aTask();

    expect(await mute(house, until)).toEqual({ ok: false, error: { kind: 'past-date' } });
    expect(taskIn(house)?.action).not.toHaveProperty('mutes');
  });

  it('may last sixty days', async () => {
    expect((await mute(aTask(), '2027-02-02')).ok).toBe(true);
  });

  it('is over with a new date', async () => {
    const house = aTask({ mutes: [{ by: OWNER, until: day('2027-01-15'), reason: 'other-first' }] });

    await house.does.grantNewDate({ ...house.ask('coordinator'), ...KEY, due: day('2026-12-18') });

    expect(taskIn(house)?.action).not.toHaveProperty('mutes');
  });
});

describe('unmuteAction', () => {
  it('lets its owner hear of it at once', async () => {
    const house = aTask({ mutes: [{ by: OWNER, until: day('2027-01-15'), reason: 'other-first' }] });
    const before = await linesFor(house, house.who.owner.person);

    await house.does.unmuteAction({ ...house.ask('owner'), ...KEY });

    expect([before, await linesFor(house, house.who.owner.person)]).toEqual([0, 1]);
  });
});
