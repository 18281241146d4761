import {
  absenceOf,
  checkAbsence,
  DIGEST_HOURS,
  digestHourOf,
  digestMoment,
  isAway,
  mayStandIn,
} from '../../src/domain/absence';
import { type Person } from '../../src/domain/people';
import { type TimeOfDay } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { agencyId, day, instant, personId } from '../builders/ids';
import { aMember, aPerson } from '../builders/people';

const colleague = aPerson({ id: personId('kollega') });
const today = day('2026-12-07');
const away = (from: string, to: string): Person => aPerson({ absence: { from: day(from), to: day(to) } });

describe('DIGEST_HOURS', () => {
  it('are the half hours from six to eight in the evening', () => {
    expect(DIGEST_HOURS).toHaveLength(29);
    expect([DIGEST_HOURS[0], DIGEST_HOURS[1], DIGEST_HOURS.at(-1)]).toEqual(['06:00', '06:30', '20:00']);
    expect(DIGEST_HOURS).toContain(digestHourOf({}));
  });
});

describe('isAway', () => {
  it('is from the first day to the last, both too', () => {
    const days = ['2026-12-06', '2026-12-07', '2026-12-09', '2026-12-10'].map(day);

    expect(days.map(on => isAway(away('2026-12-07', '2026-12-09'), on))).toEqual([false, true, true, false]);
    expect(isAway(aPerson(), today)).toBe(false);
  });
});

describe('absenceOf', () => {
  it('is what is or is to come, and nothing when it is over', () => {
    const coming = away('2026-12-20', '2026-12-27');

    expect(absenceOf(coming, today)).toBe(coming.absence);
    expect(absenceOf(coming, day('2026-12-27'))).toBe(coming.absence);
    expect(absenceOf(coming, day('2026-12-28'))).toBeUndefined();
  });
});

describe('digestMoment', () => {
  const calendar = aCalendar([day('2026-12-25')]);
  const moment = (now: string, over: Partial<Person> = {}) =>
    digestMoment(aPerson(over), instant(now), calendar);
  const digestAt = '10:00' as TimeOfDay;

  it('is at half past eight, or at the hour they chose', () => {
    expect(moment('2026-12-07T04:00')).toEqual({ on: '2026-12-07', at: instant('2026-12-07T07:30') });
    expect(moment('2026-12-07T04:00', { digestAt }).at).toBe(instant('2026-12-07T09:00'));
  });

  it('is at once when the hour has been, and not at night', () => {
    expect(moment('2026-12-07T12:00')).toEqual({ on: '2026-12-07', at: instant('2026-12-07T12:00') });
    expect(moment('2026-12-07T21:00')).toEqual({ on: '2026-12-08', at: instant('2026-12-08T07:30') });
  });

  it('is on a working day: after the weekend, and after Christmas', () => {
    expect(moment('2026-12-05T12:00').on).toBe('2026-12-07');
    expect(moment('2026-12-25T04:00').on).toBe('2026-12-28');
  });

  it('is on the first working day they are back', () => {
    const absence = { from: day('2026-12-07'), to: day('2026-12-11') };

    expect(moment('2026-12-04T04:00', { absence }).on).toBe('2026-12-04');
    expect(moment('2026-12-05T04:00', { absence })).toEqual({
      on: '2026-12-14',
      at: instant('2026-12-14T07:30'),
    });
    expect(moment('2026-12-11T12:00', { absence }).on).toBe('2026-12-14');
  });
});

describe('mayStandIn', () => {
  it('is for an active colleague of the same agency', () => {
    const standIns = [
      colleague,
      aPerson(),
      aMember(),
      aPerson({ id: personId('sluttet'), removedOn: today }),
      aPerson({ id: personId('annen-etat'), agency: agencyId('innsatsgruppen') }),
    ];

    expect(standIns.map(other => mayStandIn(aPerson(), other))).toEqual([true, false, false, false, false]);
  });
});

describe('checkAbsence', () => {
  const about = { today, person: aPerson(), people: [colleague, aMember()] };
  const problemsIn = (values: Parameters<typeof checkAbsence>[0]) => {
    const checked = checkAbsence(values, about);
    return checked.ok ? [] : checked.error.map(({ field, problem }) => `${field} ${problem}`);
  };

  it('is the days, and who stands in', () => {
    const days = { from: '2026-12-07', to: '2026-12-07' };

    expect(checkAbsence({ ...days, 'stand-in': '' }, about)).toEqual({ ok: true, value: days });
    expect(checkAbsence({ ...days, 'stand-in': colleague.id }, about)).toEqual({
      ok: true,
      value: { ...days, standIn: colleague.id },
    });
  });

  it.each([
    [{}, ['from missing']],
    [{ from: 'i morgen', to: '2026-12-08' }, ['from missing']],
    [{ from: '2026-12-07' }, ['to missing']],
    [{ from: '2026-12-08', to: '2026-12-07' }, ['to ends-first']],
    [{ from: '2026-11-30', to: '2026-12-06' }, ['to over']],
    [{ from: '2026-12-08', to: '2027-12-08' }, ['to too-long']],
    [{ from: '2026-12-08', to: '2027-12-07' }, []],
    [{ from: '2026-12-08', to: '2026-12-09', 'stand-in': 'medlem-dps' }, ['stand-in not-a-choice']],
    [{ 'stand-in': 'innmelder' }, ['from missing', 'stand-in not-a-choice']],
  ])('finds in %j: %j', (values, problems) => {
    expect(problemsIn(values)).toEqual(problems);
  });
});
