import { type Programme } from './programme';
import {
  type Calendar,
  daysBetween,
  type Instant,
  type LocalDate,
  plusDays,
  type TimeOfDay,
  weekdayOf,
  workingDayFrom,
} from './time';

const FORTNIGHT = 14;
/** The deadline for innspill is noon on the Thursday of the week before (domain.md §7). */
const DEADLINE_TIME = '12:00' as TimeOfDay;

/** The day a fortnight's meeting is really held: a public holiday moves it to the next working day. */
export const heldOn = (planned: LocalDate, calendar: Calendar): LocalDate =>
  workingDayFrom(planned, calendar);

/** The first meeting held on `from` or later. */
export const nextMeetingDay = (programme: Programme, from: LocalDate, calendar: Calendar): LocalDate => {
  const passed = Math.max(0, Math.floor(daysBetween(programme.anchor, from) / FORTNIGHT));
  const held = (fortnights: number): LocalDate =>
    heldOn(plusDays(programme.anchor, fortnights * FORTNIGHT), calendar);
  const latest = held(passed);
  return latest >= from ? latest : held(passed + 1);
};

/** The last meeting held before `today`; undefined before the series began. */
export const lastMeetingDay = (
  programme: Programme,
  today: LocalDate,
  calendar: Calendar,
): LocalDate | undefined => {
  const passed = Math.floor(daysBetween(programme.anchor, today) / FORTNIGHT);
  return [passed, passed - 1]
    .filter(n => n >= 0)
    .map(n => heldOn(plusDays(programme.anchor, n * FORTNIGHT), calendar))
    .find(day => day < today);
};

/** Three days before the Sunday that ended the week before. */
const thursdayBefore = (day: LocalDate): LocalDate => plusDays(day, -weekdayOf(day) - 3);
export const deadlineFor = (on: LocalDate, calendar: Calendar): Instant =>
  calendar.at(thursdayBefore(on), DEADLINE_TIME);
