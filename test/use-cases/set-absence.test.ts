import { instant, personId, day } from '../builders/ids';
import { aCase, anAction } from '../builders/cases';
import { AUTHOR, COORDINATOR, aHouse, type House, OWNER, putTaskIn } from './asking';

/** Monday 7 December 2026, seven in Bergen: nobody's digest has come. */
const EARLY = instant('2026-12-07T06:00');
const LATE = instant('2026-12-07T12:00');
const DAYS = { from: '2026-12-07', to: '2026-12-11' };
const COLLEAGUE = personId('kollega');

const absenceIn = ({ inside }: House, id: string) => inside.people.get(id)?.person.absence;
const rung = ({ inside }: House) =>
  [...inside.outbox.values()].map(({ entry: { errand, at } }) =>
    errand.kind === 'digest' ? [errand.to, errand.on, at] : [errand.kind],
  );
const aHouseWithTask = (task: Parameters<typeof anAction>[0] = {}, kase: object = {}): House => {
  const house = aHouse();
  const action = anAction({ owner: OWNER, due: day('2026-12-08'), ...task });
  putTaskIn(house, { kase: aCase({ state: 'mapping', ...kase } as never), action });
  return house;
};

describe('startAbsence', () => {
  it('offers the colleagues of the same agency, and nobody who has left', async () => {
    const house = aHouse();

    const started = await house.does.startAbsence(house.ask('coordinator'));

    expect(started.ok && started.value.map(({ id }) => id)).toEqual(['vara-koordinator']);
  });
});

describe('setAbsence', () => {
  it('keeps the days and who stands in, and changes them', async () => {
    const house = aHouse();
    const values = { ...DAYS, 'stand-in': COLLEAGUE };

    await house.does.setAbsence({ ...house.ask('author', { at: EARLY }), values });
    expect(absenceIn(house, AUTHOR)).toEqual({ ...DAYS, standIn: COLLEAGUE });

    await house.does.setAbsence({ ...house.ask('author', { command: '2', at: EARLY }), values: DAYS });
    expect(absenceIn(house, AUTHOR)).toEqual(DAYS);
    expect(house.events().map(({ operation, rule }) => [operation, rule])).toEqual([
      ['set-absence', 'set-absence/self'],
      ['set-absence', 'set-absence/self'],
    ]);
  });

  it('saves nothing that is wrong, and answers with what is', async () => {
    const house = aHouse();
    const values = { ...DAYS, 'stand-in': 'medlem-dps' };

    const set = await house.does.setAbsence({ ...house.ask('author', { at: EARLY }), values });

    expect(set).toMatchObject({
      ok: true,
      value: { problems: [{ field: 'stand-in', problem: 'not-a-choice' }] },
    });
    expect(absenceIn(house, AUTHOR)).toBeUndefined();
    expect(house.inside.outbox.size).toBe(0);
  });

  it('is nothing for somebody who was removed', async () => {
    const house = aHouse();

    const set = await house.does.setAbsence({ ...house.ask('gone', { at: EARLY }), values: DAYS });

    expect(set.ok).toBe(false);
    expect(absenceIn(house, 'sluttet')).toBeUndefined();
  });
});

describe('setAbsence, from today on', () => {
  it('rings for the task’s stand-in, with their own digest of the day', async () => {
    const house = aHouseWithTask({ standIn: COLLEAGUE });

    await house.does.setAbsence({ ...house.ask('owner', { at: EARLY }), values: DAYS });

    expect(rung(house)).toEqual([[COLLEAGUE, '2026-12-07', instant('2026-12-07T07:30')]]);
  });

  it('rings for the coordinators when nobody stands in, once however often it is set', async () => {
    const house = aHouseWithTask();

    await house.does.setAbsence({ ...house.ask('owner', { at: EARLY }), values: DAYS });
    await house.does.setAbsence({ ...house.ask('owner', { command: '2', at: EARLY }), values: DAYS });

    expect(rung(house).map(([to]) => to)).toEqual([COORDINATOR, 'vara-koordinator']);
  });

  it('rings the next working day for whoever has had the digest of today', async () => {
    const house = aHouseWithTask({ standIn: COLLEAGUE });
    await house.does.setAbsence({ ...house.ask('owner', { at: EARLY }), values: DAYS });

    await house.does.setAbsence({ ...house.ask('owner', { command: '2', at: LATE }), values: DAYS });

    expect(rung(house).map(([to, on]) => [to, on])).toEqual([
      [COLLEAGUE, '2026-12-07'],
      [COLLEAGUE, '2026-12-08'],
    ]);
  });

  it.each<[string, Parameters<typeof anAction>[0], object]>([
    ['nothing is near', { due: day('2026-12-18') }, {}],
    ['it is not theirs but one they stand in for', { owner: COLLEAGUE, standIn: OWNER }, {}],
    ['nobody else may be told', {}, { disqualified: [] }],
  ])('rings for nobody when %s', async (why, task, kase) => {
    const house = aHouseWithTask(task, kase);
    if (why === 'nobody else may be told')
      [COORDINATOR, personId('vara-koordinator')].forEach(id => {
        const file = house.inside.people.get(id);
        if (file !== undefined) house.enrol({ ...file.person, removedOn: day('2026-12-01') });
      });

    await house.does.setAbsence({ ...house.ask('owner', { at: EARLY }), values: DAYS });

    expect(rung(house)).toEqual([]);
  });

  it('rings for nobody yet when it is to come', async () => {
    const house = aHouseWithTask({ standIn: COLLEAGUE });

    const values = { from: '2026-12-08', to: '2026-12-11' };
    await house.does.setAbsence({ ...house.ask('owner', { at: EARLY }), values });

    expect(rung(house)).toEqual([]);
  });
});

describe('endAbsence', () => {
  it('leaves an absence that was set after the card was drawn', async () => {
    const house = aHouse();
    await house.does.setAbsence({ ...house.ask('author', { at: EARLY }), values: DAYS });

    const ended = await house.does.endAbsence({
      ...house.ask('author', { command: '2' }),
      to: day('2026-12-09'),
    });

    expect([ended.ok, absenceIn(house, AUTHOR)]).toEqual([false, DAYS]);
  });

  it('forgets it, and is nothing where there is none', async () => {
    const house = aHouse();
    await house.does.setAbsence({ ...house.ask('author', { at: EARLY }), values: DAYS });

    const to = day(DAYS.to);
    const ended = await house.does.endAbsence({ ...house.ask('author', { command: '2' }), to });
    const again = await house.does.endAbsence({ ...house.ask('author', { command: '3' }), to });

    expect([ended.ok, again]).toEqual([true, { ok: false, error: { kind: 'wrong-state' } }]);
    expect(house.inside.people.get(AUTHOR)?.person).not.toHaveProperty('absence');
  });
});
