import { createRequire } from 'node:module';
import { type Calendar, type Instant, instantOf, isLocalDate, type LocalDate } from './domain/time';
import type * as Holidays from './holidays';

const ZONE = 'Europe/Oslo';

const DAY = 86_400_000;

/**
 * The zone is asked of Intl, year by year as it is needed: the polyfill of Temporal knows its changes for the next ten
 * years only. Swedish writes a moment as ISO 8601 does.
 */
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** What the wall clock shows, "2026-12-04 12:00:00". */
const wallClock = (moment: number): string => CLOCK.format(moment);
/** How far the wall clock is ahead of UTC, in milliseconds. */
const aheadAt = (moment: number): number =>
  Date.parse(`${wallClock(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1_000) * 1_000;

/** A time inside a spring gap shifts forward and one that occurs twice is the first: both as before the change. */
const momentOf = (wall: string): number => {
  const naive = Date.parse(`${wall}Z`);
  const before = aheadAt(naive - DAY);
  const after = aheadAt(naive + DAY);
  const isAfter = aheadAt(naive - before) !== before && aheadAt(naive - after) === after;
  return naive - (isAfter ? after : before);
};

const moment = (wall: string): Instant => instantOf(new Date(momentOf(wall)));

const dayOf = (moment: Instant): LocalDate => {
  const day = wallClock(Date.parse(moment)).slice(0, 10);
  if (!isLocalDate(day)) throw new RangeError('A moment outside the calendar.');
  return day;
};

const REMEMBERED = 1_000;
/** The hour of a meeting, and the day of one turn, are asked for again and again, and the answer is always the same. */
const remembered = <K extends string, T>(ask: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>();
  return key => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const answer = ask(key);
    known.set(key, answer);
    return answer;
  };
};

/** The holidays of every country there is are loaded when the first is asked for: a start needs none. */
const load: (file: './holidays') => typeof Holidays = createRequire(__filename);

/** The wall clock of Bergen and the public holidays of Norway. The years asked for are kept, for they do not change. */
export const osloCalendar = (): Calendar => {
  const years = new Map<number, ReadonlySet<string>>();
  const daysOf = (year: number): ReadonlySet<string> => {
    const days = years.get(year) ?? load('./holidays').publicHolidays(year);
    years.set(year, days);
    return days;
  };
  const at = remembered(moment);
  return {
    at: (day, time) => at(`${day}T${time}:00`),
    dayOf: remembered(dayOf),
    isHoliday: day => daysOf(Number(day.slice(0, 4))).has(day),
  };
};
