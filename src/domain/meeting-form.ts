import { err, ok, type Result } from '../result';
import { holdsNumber } from './check-referral';
import { LONGEST_TEXT } from './draft';
import { isPersonId, type PersonId } from './ids';
import { type Arrangement } from './meeting-changes';
import { type PlannedMeeting } from './meeting';
import { hasRole, isActive, type Person } from './people';
import { type Calendar, type Instant, isLocalDate, isTimeOfDay, type LocalDate, weekdayOf } from './time';

/** What a coordinator or a chair fills in about one meeting, as typed. */
export const MEETING_FIELDS = ['day', 'time', 'place', 'link', 'length', 'chair'] as const;
export type MeetingField = (typeof MEETING_FIELDS)[number];
export type MeetingValues = Readonly<Partial<Record<MeetingField, string>>>;
export type MeetingProblem = {
  readonly field: MeetingField;
  readonly problem:
    | 'not-a-day'
    | 'past'
    | 'weekend'
    | 'holiday'
    | 'beside-another'
    | 'not-a-time'
    | 'missing'
    | 'too-long'
    | 'holds-number'
    | 'not-https'
    | 'not-minutes'
    | 'not-a-chair';
};

/** The days of the meetings before and after this one: it stays between them, so that the series keeps its order. */
export type Bounds = { readonly after?: LocalDate; readonly before: LocalDate };
/** What the form describes. */
export type WantedMeeting = Arrangement & { readonly on: LocalDate; readonly chair: PersonId };

type About = {
  readonly meeting: PlannedMeeting;
  readonly bounds: Bounds;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly people: readonly Person[];
};

/** As long as the longest of Teams' own addresses. */
export const LONGEST_LINK = 500;
const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 480;

const given = (values: MeetingValues, field: MeetingField): string => values[field]?.trim() ?? '';
type Problem = MeetingProblem['problem'];
type Rule = readonly [holds: boolean, problem: Problem];
const first = (rules: readonly Rule[]): Problem | undefined => rules.find(([holds]) => holds)?.[1];

/** A day that was not touched is not judged again: the series may have it where nobody would move it to. */
const dayProblem = (text: string, { meeting, bounds, now, calendar }: About): Problem | undefined => {
  if (!isLocalDate(text)) return 'not-a-day';
  if (text === meeting.on) return undefined;
  return first([
    [text < calendar.dayOf(now), 'past'],
    [weekdayOf(text) > 5, 'weekend'],
    [calendar.isHoliday(text), 'holiday'],
    [text >= bounds.before || (bounds.after !== undefined && text <= bounds.after), 'beside-another'],
  ]);
};

/** Judged where the day is one; a day that has been is told of by the day. */
const timeProblem = (time: string, day: string, about: About): Problem | undefined => {
  if (!isTimeOfDay(time)) return 'not-a-time';
  const { meeting, calendar, now } = about;
  if (!isLocalDate(day) || day < calendar.dayOf(now)) return undefined;
  const startsAt = calendar.at(day, time);
  return startsAt !== meeting.startsAt && startsAt <= now ? 'past' : undefined;
};

const isHttps = (link: string): boolean =>
  /^https:\/\/[^\s"'<>()[\]\\`]+$/.test(link) && URL.canParse(link) && new URL(link).username === '';

const linkProblem = (link: string): Problem | undefined =>
  link === ''
    ? undefined
    : first([
        [link.length > LONGEST_LINK, 'too-long'],
        [!isHttps(link), 'not-https'],
        [holdsNumber(link), 'holds-number'],
      ]);

const minutesIn = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : 0);
const areMinutes = (minutes: number): boolean => minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES;

/** A member or the coordinator, per meeting (domain.md §2). */
export const mayChair = (person: Person): boolean =>
  isActive(person) && (hasRole(person, 'member') || hasRole(person, 'coordinator'));
const chairIn = (id: string, { people, meeting }: About): PersonId | undefined =>
  isPersonId(id) && (id === meeting.chair || people.some(person => person.id === id && mayChair(person)))
    ? id
    : undefined;

/** Whom the form names to chair, if they can. */
export const namedIn = (values: MeetingValues, people: readonly Person[]): PersonId | undefined =>
  people.find(person => person.id === given(values, 'chair') && mayChair(person))?.id;

type Judging = (value: string, values: MeetingValues, about: About) => Problem | undefined;
const PROBLEMS: Readonly<Record<MeetingField, Judging>> = {
  day: (day, _, about) => dayProblem(day, about),
  time: (time, values, about) => timeProblem(time, given(values, 'day'), about),
  place: (place, values) =>
    first([
      [place === '' && given(values, 'link') === '', 'missing'],
      [place.length > LONGEST_TEXT, 'too-long'],
      [holdsNumber(place), 'holds-number'],
    ]),
  link: linkProblem,
  length: length => (areMinutes(minutesIn(length)) ? undefined : 'not-minutes'),
  chair: (chair, _, about) => (chairIn(chair, about) === undefined ? 'not-a-chair' : undefined),
};

/** The meeting the form describes, or what is wrong with each field, in the order of the fields. */
export const checkMeeting = (
  values: MeetingValues,
  about: About,
): Result<WantedMeeting, readonly MeetingProblem[]> => {
  const problems = MEETING_FIELDS.flatMap(field => {
    const problem = PROBLEMS[field](given(values, field), values, about);
    return problem === undefined ? [] : [{ field, problem }];
  });
  const [on, time, link] = [given(values, 'day'), given(values, 'time'), given(values, 'link')];
  const chair = chairIn(given(values, 'chair'), about);
  if (problems.length > 0 || !isLocalDate(on) || !isTimeOfDay(time) || chair === undefined)
    return err(problems);
  return ok({
    ...{ on, chair, startsAt: about.calendar.at(on, time) },
    place: given(values, 'place'),
    link: link === '' ? undefined : link,
    lengthMinutes: minutesIn(given(values, 'length')),
  });
};

/** Whether anything of when and where is to be another; who chairs is told apart. */
export const isRearranged = (meeting: PlannedMeeting, wanted: WantedMeeting): boolean =>
  meeting.on !== wanted.on ||
  meeting.startsAt !== wanted.startsAt ||
  meeting.place !== wanted.place ||
  meeting.link !== wanted.link ||
  meeting.lengthMinutes !== wanted.lengthMinutes;
