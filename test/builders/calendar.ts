import { type Calendar, instantOf, type LocalDate } from '../../src/domain/time';
import { day } from './ids';

const ZONE = 'Europe/Oslo';
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
const HOUR = 3_600_000;

/** "2026-12-04 12:00:00" as the wall clock in Bergen shows it. */
const wallClock = (at: number): string => CLOCK.format(at);

/** The first moment at which the wall clock shows this, or the one after when it never does. */
const momentOf = (text: string): number => {
  const naive = Date.parse(`${text.replace(' ', 'T')}Z`);
  const candidates = [naive - 2 * HOUR, naive - HOUR];
  return candidates.find(at => wallClock(at) === text) ?? naive - HOUR;
};

/** Bergen's clock, with just the holidays the test names. */
export const aCalendar = (holidays: readonly LocalDate[] = []): Calendar => ({
  dayOf: at => day(wallClock(Date.parse(at)).slice(0, 10)),
  at: (on, time) => instantOf(new Date(momentOf(`${on} ${time}:00`))),
  isHoliday: on => holidays.includes(on),
});
