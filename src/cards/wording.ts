import { type AgencyId } from '../domain/ids';
import { type Programme } from '../domain/meeting';
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

/** Everyone a list of choices may offer, by the name colleagues know. */
export const peopleChoices = (
  people: readonly { readonly id: string; readonly name: string }[],
): readonly { readonly title: string; readonly value: string }[] =>
  people.map(({ id, name }) => ({ title: name, value: id }));

/** "politiet", "kommunen og politiet": who is missing, in the middle of a sentence. */
export const partnersInWords = ({ t }: Setting, partners: readonly Partner[]): string =>
  t.list(partners.map(partner => t.meeting.partnerNames[partner]));

const MIDNIGHT = '00:00' as TimeOfDay;
const MINUTE = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');
/** What the wall clock of Bergen shows at that moment, "12:00"; not for the night when the clock is changed. */
export const clockOf = (calendar: Calendar, at: Instant): string => {
  const midnight = calendar.at(calendar.dayOf(at), MIDNIGHT);
  const minutes = Math.round((Date.parse(at) - Date.parse(midnight)) / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
