import { mute, muteOf, muteProblem, unmute } from '../../src/domain/mute';
import { WRONG_STATE } from '../../src/domain/refusal';
import { err } from '../../src/result';
import { aCalendar } from '../builders/calendar';
import { anAction, doneAction } from '../builders/cases';
import { day, personId } from '../builders/ids';

const OWNER = personId('ansvarlig');
const STAND_IN = personId('vikar');
const until = day('2026-12-11');
const wanted = { by: OWNER, until, reason: 'date-agreed' } as const;
const calendar = aCalendar();

describe('mute', () => {
  it('is each holder’s own, the newest of each', () => {
    const first = mute(anAction(), wanted, calendar);
    const others = first.ok ? mute(first.value, { ...wanted, by: STAND_IN }, calendar) : first;
    const later = { ...wanted, until: day('2026-12-14') };
    const again = others.ok ? mute(others.value, later, calendar) : others;

    expect(again).toMatchObject({ ok: true, value: { mutes: [{ by: STAND_IN, until }, later] } });
  });

  it('lasts until a working day', () => {
    const saturday = { ...wanted, until: day('2026-12-12') };

    expect(mute(anAction(), saturday, calendar)).toMatchObject({
      value: { mutes: [{ until: day('2026-12-14') }] },
    });
  });

  it('is nothing for a task that is done', () => {
    expect(mute(doneAction(), wanted, calendar)).toEqual(err(WRONG_STATE));
    expect(unmute(doneAction(), OWNER)).toEqual(err(WRONG_STATE));
  });
});

describe('unmute', () => {
  it('takes one’s own away and leaves the other’s', () => {
    const other = { ...wanted, by: STAND_IN };

    const left = unmute(anAction({ mutes: [wanted, other] }), OWNER);

    expect(left).toMatchObject({ ok: true, value: { mutes: [other] } });
    expect(left.ok && muteOf(left.value, { by: OWNER, today: day('2026-12-01') })).toBeUndefined();
    expect(unmute(anAction({ mutes: [wanted] }), OWNER)).toEqual({ ok: true, value: anAction() });
  });
});

describe('muteProblem', () => {
  it.each([
    ['2026-12-01', 'past-date'],
    ['2026-12-02', undefined],
    ['2027-01-30', undefined],
    ['2027-01-31', 'far-date'],
  ])('says of %s on 1 December: %s', (text, problem) => {
    expect(muteProblem({ until: day(text), today: day('2026-12-01') })).toBe(problem);
  });
});
