import Holidays from 'date-holidays';

const NORWAY = new Holidays('NO');

/** The days of one year that are public holidays in Norway, Sundays that are such included. */
export const publicHolidays = (year: number): ReadonlySet<string> =>
  new Set(
    NORWAY.getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
