import fc from 'fast-check';
import {
  daysBetween,
  instantOf,
  isInstant,
  isLocalDate,
  isTimeOfDay,
  isWorkingDay,
  type LocalDate,
  plusDays,
  plusMonths,
  plusMs,
  plusWorkingDays,
  weekdayOf,
  workingDayFrom,
} from '../../src/domain/time';
import { someDay, someHolidays, someMoment } from '../builders/arbitraries';
import { aCalendar } from '../builders/calendar';
import { day, instant, NOON } from '../builders/ids';

describe('isLocalDate', () => {
  it.each(['2026-12-04', '2024-02-29', '1900-01-01', '2199-12-31'])('is a day: %s', text => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-12-04',
    '2026-12-4',
    '',
    '2026-12-04T',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31',
  ])('is no day: %s', text => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('isInstant', () => {
  it('takes whatever instantOf makes', () => {
    fc.assert(fc.property(someMoment(), moment => isInstant(moment)));
  });

  it.each([
    '2026-02-30T08:00:00.000Z',
    '2026-12-04T24:00:00.000Z',
    '2026-12-04T08:60:00.000Z',
    '2026-99-04T08:00:00.000Z',
    '2026-12-04T08:00:00Z',
    '2026-12-04T08:00:00.000+01:00',
  ])('refuses %s, which would not sort as the moment it is read as', text => {
    expect(isInstant(text)).toBe(false);
  });

  it('sorts as text the way the moments follow each other', () => {
    fc.assert(
      fc.property(
        someMoment(),
        someMoment(),
        (one, other) => one < other === Date.parse(one) < Date.parse(other),
      ),
    );
  });
});

describe('isTimeOfDay', () => {
  it.each(['00:00', '09:05', '23:59'])('is a time: %s', text => {
    expect(isTimeOfDay(text)).toBe(true);
  });

  it.each(['24:00', '9:00', '12:60', '12:00:00', ''])('is no time: %s', text => {
    expect(isTimeOfDay(text)).toBe(false);
  });
});

describe('plusMs', () => {
  it('goes both ways', () => {
    expect(plusMs(NOON, 1)).toBe('2026-12-04T11:00:00.001Z');
    expect(plusMs(NOON, -1)).toBe('2026-12-04T10:59:59.999Z');
    expect(instantOf(new Date(NOON))).toBe(instant('2026-12-04T11:00'));
  });
});

describe('plusDays', () => {
  it('is undone by the same number the other way, and measured by daysBetween', () => {
    fc.assert(
      fc.property(someDay(), fc.integer({ min: -3000, max: 3000 }), (from, days) => {
        const to = plusDays(from, days);

        expect(plusDays(to, -days)).toBe(from);
        expect(daysBetween(from, to)).toBe(days);
      }),
    );
  });

  it('crosses the day the clocks change as any other', () => {
    expect(plusDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(plusDays(day('2026-10-24'), 2)).toBe('2026-10-26');
  });
});

describe('plusMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-04', 6, '2027-06-04'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('from %s by %d is %s', (from, months, to) => {
    expect(plusMonths(day(from), months)).toBe(to);
  });

  it('lands in the month it names, on the same day of it or on its last', () => {
    fc.assert(
      fc.property(someDay(), fc.integer({ min: -36, max: 36 }), (from, months) => {
        const to = plusMonths(from, months);

        const months0 = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months0(to) - months0(from)).toBe(months);
        expect(to.slice(8) === from.slice(8) || plusDays(to, 1).endsWith('-01')).toBe(true);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });
});

describe('weekdayOf', () => {
  it('counts Monday to Sunday as 1 to 7', () => {
    const monday = day('2026-11-30');

    const week = [0, 1, 2, 3, 4, 5, 6].map(days => weekdayOf(plusDays(monday, days)));

    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('isWorkingDay', () => {
  it('is neither Saturday, Sunday nor a public holiday', () => {
    const calendar = aCalendar([day('2026-12-25')]);

    expect(isWorkingDay(day('2026-12-24'), calendar)).toBe(true);
    expect(isWorkingDay(day('2026-12-25'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-12-26'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-12-27'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-12-28'), calendar)).toBe(true);
  });
});

describe('workingDayFrom', () => {
  it('is the first working day that is not before, with none between', () => {
    fc.assert(
      fc.property(someDay('2026-01-01', '2027-05-01'), someHolidays(), (from, holidays) => {
        const calendar = aCalendar(holidays);

        const found = workingDayFrom(from, calendar);

        expect(isWorkingDay(found, calendar)).toBe(true);
        const passed = Array.from({ length: daysBetween(from, found) }, (_, days) => plusDays(from, days));
        expect(passed.filter(between => isWorkingDay(between, calendar))).toEqual([]);
      }),
    );
  });
});

describe('plusWorkingDays', () => {
  const countWorkingDays = (after: LocalDate, to: LocalDate, holidays: readonly LocalDate[]): number => {
    const days = Array.from({ length: daysBetween(after, to) }, (_, place) => plusDays(after, place + 1));
    return days.filter(one => ![0, 6].includes(new Date(one).getUTCDay()) && !holidays.includes(one)).length;
  };

  it.each([
    ['over a weekend', '2026-12-04', 1, '2026-12-07'],
    ['back over a weekend', '2026-12-07', -1, '2026-12-04'],
    ['none is the day itself, working or not', '2026-12-05', 0, '2026-12-05'],
    ['from a Saturday on', '2026-12-05', 1, '2026-12-07'],
    ['from a Sunday back', '2026-12-06', -2, '2026-12-03'],
    ['over Easter', '2027-03-24', 1, '2027-03-30'],
    ['back over Easter', '2027-03-30', -2, '2027-03-23'],
  ] as const)('goes %s', (...[, from, count, to]) => {
    const easter = ['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29'].map(day);

    const found = plusWorkingDays(day(from), count, aCalendar(easter));

    expect(found).toBe(to);
  });

  it('passes as many working days as it is told, and stops on one', () => {
    fc.assert(
      fc.property(
        someDay('2026-01-01', '2027-05-01'),
        fc.integer({ min: 1, max: 15 }),
        someHolidays(),
        (from, count, holidays) => {
          const calendar = aCalendar(holidays);

          const later = plusWorkingDays(from, count, calendar);
          const earlier = plusWorkingDays(from, -count, calendar);

          expect(countWorkingDays(from, later, holidays)).toBe(count);
          expect(isWorkingDay(later, calendar)).toBe(true);
          expect(countWorkingDays(plusDays(earlier, -1), plusDays(from, -1), holidays)).toBe(count);
          expect(isWorkingDay(earlier, calendar)).toBe(true);
        },
      ),
    );
  });
});
