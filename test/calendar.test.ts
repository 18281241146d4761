import fc from 'fast-check';
import { osloCalendar } from '../src/calendar';
import { isTimeOfDay, type LocalDate, plusDays, type TimeOfDay, weekdayOf } from '../src/domain/time';
import { someDay } from './builders/arbitraries';
import { day, instant } from './builders/ids';

const calendar = osloCalendar();
const YEARS = Array.from({ length: 16 }, (_, place) => 2025 + place);
const time = (text: string): TimeOfDay => {
  if (!isTimeOfDay(text)) throw new Error(`"${text}" is no time`);
  return text;
};
const two = (number: number): string => number.toString().padStart(2, '0');
/** The Sunday that ends the month: 31 March and 31 October are the last days of theirs. */
const lastSunday = (year: number, month: 3 | 10): LocalDate => {
  const last = day(`${year.toString()}-${two(month)}-31`);
  return plusDays(last, -(weekdayOf(last) % 7));
};
const minutes = Array.from({ length: 60 }, (_, minute) => two(minute));

describe('osloCalendar', () => {
  it.each(YEARS)('T29 %i: moves every minute of the hour that spring skips an hour forward', year => {
    const sunday = lastSunday(year, 3);

    expect(calendar.at(sunday, time('01:59'))).toBe(instant(`${sunday}T00:59`));
    minutes.forEach(minute => {
      expect(calendar.at(sunday, time(`02:${minute}`))).toBe(instant(`${sunday}T01:${minute}`));
    });
    expect(calendar.at(sunday, time('03:00'))).toBe(instant(`${sunday}T01:00`));
  });

  it.each(YEARS)('T29 %i: takes the first of every minute that autumn shows twice', year => {
    const sunday = lastSunday(year, 10);

    expect(calendar.at(sunday, time('01:59'))).toBe(instant(`${plusDays(sunday, -1)}T23:59`));
    minutes.forEach(minute => {
      expect(calendar.at(sunday, time(`02:${minute}`))).toBe(instant(`${sunday}T00:${minute}`));
    });
    expect(calendar.at(sunday, time('03:00'))).toBe(instant(`${sunday}T02:00`));
  });

  it.each(YEARS)('%i: keeps a meeting at nine on both sides of both changes', year => {
    const [spring, autumn] = [lastSunday(year, 3), lastSunday(year, 10)];
    const atNine = [plusDays(spring, -1), spring, plusDays(autumn, -1), autumn].map(on =>
      calendar.at(on, time('09:00')).slice(11, 16),
    );

    expect(atNine).toEqual(['08:00', '07:00', '07:00', '08:00']);
  });

  it.each([
    ['2026-12-04T22:59:59.999', '2026-12-04'],
    ['2026-12-04T23:00', '2026-12-05'],
    ['2026-06-04T21:59:59.999', '2026-06-04'],
    ['2026-06-04T22:00', '2026-06-05'],
  ])('%s UTC is %s in Bergen', (moment, on) => {
    expect(calendar.dayOf(instant(moment))).toBe(on);
  });

  it('gives every time of every day back on that day', () => {
    const someTime = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => time(`${two(hour)}:${two(minute)}`));

    fc.assert(
      fc.property(someDay(), someTime, (on, clock) => {
        expect(calendar.dayOf(calendar.at(on, clock))).toBe(on);
      }),
    );
  });
});

/** From the almanac: Sundays that are holidays included. */
const BY_HAND: Readonly<Record<number, readonly string[]>> = {
  2025: [
    '01-01',
    '04-17',
    '04-18',
    '04-20',
    '04-21',
    '05-01',
    '05-17',
    '05-29',
    '06-08',
    '06-09',
    '12-25',
    '12-26',
  ],
  2027: ['01-01', '03-25', '03-26', '03-28', '03-29', '05-01', '05-06', '05-16', '05-17', '12-25', '12-26'],
};

const holidaysIn = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, place) => plusDays(day(`${year.toString()}-01-01`), place))
    .filter(on => on.startsWith(year.toString()) && calendar.isHoliday(on))
    .map(on => on.slice(5));

/** Easter Sunday, as Gauss, Meeus and Butcher reckon it. */
const easterOf = (year: number): LocalDate => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - f + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const days = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return day(`${year.toString()}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`);
};
const AROUND_EASTER = [-3, -2, 0, 1, 39, 49, 50];
const FIXED = ['01-01', '05-01', '05-17', '12-25', '12-26'];

describe('the holidays of Norway', () => {
  it.each(Object.entries(BY_HAND))('of %s are those of the almanac', (year, days) => {
    expect(holidaysIn(Number(year))).toEqual(days);
  });

  it.each([2025, 2026, 2027, 2028, 2029, 2030])(
    'of %i are the five fixed ones and the seven around Easter',
    year => {
      const movable = AROUND_EASTER.map(after => plusDays(easterOf(year), after).slice(5));

      expect(holidaysIn(year)).toEqual([...new Set([...FIXED, ...movable])].toSorted());
    },
  );

  it.each(['2026-12-24', '2026-12-31', '2026-03-29', '2026-04-04'])(
    '%s is none, however people keep it',
    on => {
      expect(calendar.isHoliday(day(on))).toBe(false);
    },
  );
});
