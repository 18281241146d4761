import { type Brand } from './brand';

/** A moment, as UTC text with milliseconds: sorts as text, and is what is stored. */
export type Instant = Brand<string, 'Instant'>;
/** A day on the wall calendar of Bergen, "2026-12-04". */
export type LocalDate = Brand<string, 'LocalDate'>;
/** A time on the wall clock, "09:00". */
export type TimeOfDay = Brand<string, 'TimeOfDay'>;
/** When something is done, and which day that is in Bergen. */
export type Moment = { readonly at: Instant; readonly today: LocalDate };

/** What the zone and the public holidays say; both live outside the domain. */
export type Calendar = {
  readonly dayOf: (at: Instant) => LocalDate;
  /** A time inside a spring gap shifts forward; one that occurs twice is the first. */
  readonly at: (day: LocalDate, time: TimeOfDay) => Instant;
  readonly isHoliday: (day: LocalDate) => boolean;
};

const DAY = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const midnight = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
/** 30 February and 24:00 are read by `Date`, but as another day. */
const isReal = (moment: Date, text: string): boolean =>
  !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);

export const isInstant = (text: string): text is Instant =>
  INSTANT.test(text) && isReal(new Date(text), text);
/** Nothing here is older than a person, or later than the programme will be. */
const isInRange = (text: string): boolean => text >= '1900-01-01' && text < '2200-01-01';
export const isLocalDate = (text: string): text is LocalDate =>
  DATE.test(text) && isInRange(text) && isReal(midnight(text), text);
export const isTimeOfDay = (text: string): text is TimeOfDay => TIME.test(text);

export const instantOf = (date: Date): Instant => date.toISOString() as Instant;
const dateOf = (date: Date): LocalDate => date.toISOString().slice(0, 10) as LocalDate;

/** `ms` may be negative. */
export const plusMs = (at: Instant, ms: number): Instant => instantOf(new Date(Date.parse(at) + ms));
export const plusDays = (day: LocalDate, days: number): LocalDate =>
  dateOf(new Date(midnight(day).getTime() + days * DAY));

/** The same day of the month; the last day of a month that is too short. */
export const plusMonths = (day: LocalDate, months: number): LocalDate => {
  const from = midnight(day);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  const date = Math.min(from.getUTCDate(), last.getUTCDate());
  return dateOf(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), date)));
};

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((midnight(to).getTime() - midnight(from).getTime()) / DAY);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: LocalDate): number => midnight(day).getUTCDay() || 7;

export const isWorkingDay = (day: LocalDate, calendar: Calendar): boolean =>
  weekdayOf(day) <= 5 && !calendar.isHoliday(day);

/** The day itself when it is a working day, otherwise the first one after. */
export const workingDayFrom = (day: LocalDate, calendar: Calendar): LocalDate =>
  isWorkingDay(day, calendar) ? day : workingDayFrom(plusDays(day, 1), calendar);

/** `count` working days away; a negative count goes back. Zero is the day itself. */
export const plusWorkingDays = (day: LocalDate, count: number, calendar: Calendar): LocalDate => {
  if (count === 0) return day;
  const step = Math.sign(count);
  const next = plusDays(day, step);
  return plusWorkingDays(next, isWorkingDay(next, calendar) ? count - step : count, calendar);
};
