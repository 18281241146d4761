import { err, ok, type Result } from '../result';
import { type AgencyId, isPersonId, type PersonId } from './ids';
import { type Absence, isActive, type Person } from './people';
import { DIGEST_TIME } from './ladder';
import {
  type Calendar,
  type Instant,
  isLocalDate,
  type LocalDate,
  plusDays,
  plusMonths,
  type TimeOfDay,
  workingDayFrom,
} from './time';

/** What somebody fills in about being away, as typed. */
export const ABSENCE_FIELDS = ['from', 'to', 'stand-in'] as const;
export type AbsenceField = (typeof ABSENCE_FIELDS)[number];
export type AbsenceValues = Readonly<Partial<Record<AbsenceField, string>>>;
export type AbsenceProblem = {
  readonly field: AbsenceField;
  readonly problem: 'missing' | 'ends-first' | 'over' | 'too-long' | 'not-a-choice';
};

const LONGEST_MONTHS = 12;

type Away = Pick<Person, 'absence'>;
export const isAway = ({ absence }: Away, on: LocalDate): boolean =>
  absence !== undefined && absence.from <= on && on <= absence.to;

/** The absence that is, or is to come; one that is over is nobody's business. */
export const absenceOf = ({ absence }: Away, today: LocalDate): Absence | undefined =>
  absence !== undefined && today <= absence.to ? absence : undefined;

/** Who may stand in while somebody is away: colleagues of the same agency who are here. */
export const mayStandIn = (
  { id, agency }: { readonly id: PersonId; readonly agency: AgencyId },
  other: Person,
): boolean => other.id !== id && other.agency === agency && isActive(other);

/** The hours a digest can come at: every half hour from six in the morning to eight in the evening. */
const FIRST_HOUR = 6;
const LAST_HOUR = 20;
export const DIGEST_HOURS: readonly TimeOfDay[] = Array.from(
  { length: (LAST_HOUR - FIRST_HOUR) * 2 + 1 },
  (_, half) =>
    `${String(FIRST_HOUR + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}` as TimeOfDay,
);
export const digestHourOf = ({ digestAt }: Pick<Person, 'digestAt'>): TimeOfDay => digestAt ?? DIGEST_TIME;

type Reader = Pick<Person, 'digestAt' | 'absence'>;
export type DigestMoment = { readonly on: LocalDate; readonly at: Instant };

const dayFor = (reader: Reader, from: LocalDate, calendar: Calendar): LocalDate => {
  const on = workingDayFrom(from, calendar);
  const { absence } = reader;
  return absence !== undefined && isAway(reader, on) ? dayFor({}, plusDays(absence.to, 1), calendar) : on;
};

/** What could not be sent in time waits from then until the next working day. */
const NIGHT = '22:00' as TimeOfDay;

/** When this reader's next digest comes: on a working day they are there, at their hour; at once when that has been. */
export const digestMoment = (reader: Reader, now: Instant, calendar: Calendar): DigestMoment => {
  const today = calendar.dayOf(now);
  const from = now < calendar.at(today, NIGHT) ? today : plusDays(today, 1);
  const on = dayFor(reader, from, calendar);
  const at = calendar.at(on, digestHourOf(reader));
  return { on, at: at > now ? at : now };
};

const MIDNIGHT = '00:00' as TimeOfDay;
/** When the next one after today's comes. */
export const momentAfterToday = (reader: Reader, now: Instant, calendar: Calendar): Instant => {
  const tomorrow = plusDays(calendar.dayOf(now), 1);
  return digestMoment(reader, calendar.at(tomorrow, MIDNIGHT), calendar).at;
};

type About = {
  readonly today: LocalDate;
  readonly person: Pick<Person, 'id' | 'agency'>;
  readonly people: readonly Person[];
};

const given = (values: AbsenceValues, field: AbsenceField): string => values[field] ?? '';

const daysProblem = ({ from = '', to = '' }: AbsenceValues, today: LocalDate): readonly AbsenceProblem[] => {
  if (!isLocalDate(from)) return [{ field: 'from', problem: 'missing' }];
  if (!isLocalDate(to)) return [{ field: 'to', problem: 'missing' }];
  if (to < from) return [{ field: 'to', problem: 'ends-first' }];
  if (to < today) return [{ field: 'to', problem: 'over' }];
  return to > plusMonths(today, LONGEST_MONTHS) ? [{ field: 'to', problem: 'too-long' }] : [];
};

const standInProblem = (standIn: string, { person, people }: About): readonly AbsenceProblem[] =>
  standIn === '' || people.some(other => other.id === standIn && mayStandIn(person, other))
    ? []
    : [{ field: 'stand-in', problem: 'not-a-choice' }];

/** The absence the form describes, or what is wrong with it. */
export const checkAbsence = (
  values: AbsenceValues,
  about: About,
): Result<Absence, readonly AbsenceProblem[]> => {
  const [from, to, standIn] = [given(values, 'from'), given(values, 'to'), given(values, 'stand-in')];
  const problems = [...daysProblem(values, about.today), ...standInProblem(standIn, about)];
  if (problems.length > 0 || !isLocalDate(from) || !isLocalDate(to)) return err(problems);
  return ok({ from, to, ...(isPersonId(standIn) ? { standIn } : {}) });
};
