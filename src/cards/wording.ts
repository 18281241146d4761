import { type AgencyId, type PersonId, type SeatId } from '../domain/ids';
import { type Programme } from '../domain/programme';
import { type Partner } from '../domain/people';
import { type Calendar, daysBetween, type Instant, type LocalDate, type TimeOfDay } from '../domain/time';
import { type Setting } from './shared-drawing';

/** "17 dager", or "i dag". */
export const waited = ({ t, today, calendar }: Setting, since: Instant): string => {
  const days = daysBetween(calendar.dayOf(since), today);
  return days <= 0 ? t.common.today : t.common.days(days);
};

/** "i dag" or "fredag 4. desember". */
export const dayOrToday = ({ t, today }: Setting, day: LocalDate): string =>
  day === today ? t.common.today : t.day(day, today);

/** The first letter large, where a date begins a heading. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** An agency as people say it; one that has left the programme is shown by its id. */
export const agencyName = ({ agencies }: Programme, id: AgencyId): string =>
  agencies.find(agency => agency.id === id)?.name ?? id;

/** Who has a task; with until when they are away, for those who are to know. */
export const ownerName = ({ t, nameOf, awayUntil }: Setting, id: PersonId): string => {
  const until = awayUntil?.(id);
  return until === undefined ? nameOf(id) : t.reminders.absence.ownerUntil(nameOf(id), t.shortDay(until));
};

/** Everyone a list of choices may offer, by the name colleagues know. */
export const peopleChoices = (
  people: readonly { readonly id: string; readonly name: string }[],
): readonly { readonly title: string; readonly value: string }[] =>
  people.map(({ id, name }) => ({ title: name, value: id }));

/** "politiet", "kommunen eller politiet": nobody came from these, in the middle of a sentence. */
export const partnersInWords = ({ t }: Setting, partners: readonly Partner[]): string =>
  t.anyOf(partners.map(partner => t.meeting.partnerNames[partner]));

/** The seats by the names colleagues know; one that has left the programme is left out. */
export const seatNames = ({ programme }: Setting, seats: readonly SeatId[]): readonly string[] =>
  programme.seats.filter(({ id }) => seats.includes(id)).map(({ name }) => name);

const MIDNIGHT = '00:00' as TimeOfDay;
const MINUTE = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');
const HOUR = 60;
const clockAfter = (minutes: number): TimeOfDay =>
  `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}` as TimeOfDay;
/**
 * What the wall clock of Bergen shows at that moment, "12:00". On a day when the clock is changed an hour more or less
 * than since midnight; the hour that comes twice is told as the first.
 */
export const clockOf = (calendar: Calendar, at: Instant): string => {
  const day = calendar.dayOf(at);
  const since = (from: TimeOfDay): number =>
    Math.floor((Date.parse(at) - Date.parse(calendar.at(day, from))) / MINUTE);
  const minutes = since(MIDNIGHT);
  const times = [minutes, minutes + HOUR, minutes - HOUR]
    .filter(one => one >= 0 && one < 24 * HOUR)
    .map(clockAfter);
  const shown = (late: number): TimeOfDay | undefined => times.find(time => since(time) === late);
  return shown(0) ?? shown(HOUR) ?? MIDNIGHT;
};
