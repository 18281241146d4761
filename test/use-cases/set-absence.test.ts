import { instant, personId, day } from '../builders/ids';
import { AUTHOR, aHouse, type House } from './asking';

/** Monday 7 December 2026, seven in Bergen: nobody's digest has come. */
const EARLY = instant('2026-12-07T06:00');
const DAYS = { from: '2026-12-07', to: '2026-12-11' };
const COLLEAGUE = personId('kollega');

const absenceIn = ({ inside }: House, id: string) => inside.people.get(id)?.person.absence;
describe('startAbsence', () => {
  it('offers the colleagues of the same agency, and nobody who has left', async () => {
    const house = aHouse();

    const started = await house.does.startAbsence(house.ask('coordinator'));

    expect(started.ok && started.value.map(({ id }) => id)).toEqual(['vara-koordinator']);
  });

  it('is a look: its message shows no digest any more', async () => {
    const house = aHouse();
    const where = { activityId: 'digest', conversationId: 'chat' };

    await house.does.startAbsence({ ...house.ask('author'), where });

    expect(house.events()).toMatchObject([{ operation: 'start-absence', rule: 'set-absence/self', where }]);
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

  it('has it followed, with what they had said before, in the same batch', async () => {
    const house = aHouse();

    await house.does.setAbsence({ ...house.ask('author', { at: EARLY }), values: DAYS });
    await house.does.setAbsence({ ...house.ask('author', { command: '2', at: EARLY }), values: DAYS });
    await house.does.endAbsence({ ...house.ask('author', { command: '3' }), to: day(DAYS.to) });

    const follows = { kind: 'follow-absence', person: AUTHOR };
    expect(house.sent()).toEqual([follows, { ...follows, was: DAYS }, { ...follows, was: DAYS }]);
  });

  it('is nothing for somebody who was removed', async () => {
    const house = aHouse();

    const set = await house.does.setAbsence({ ...house.ask('gone', { at: EARLY }), values: DAYS });

    expect(set.ok).toBe(false);
    expect(absenceIn(house, 'sluttet')).toBeUndefined();
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
