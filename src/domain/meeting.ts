import { err, ok, type Result } from '../result';
import { type CaseId, type MeetingId, type PersonId, type SeatId } from './ids';
import { type Agency, type Partner, PARTNERS, type Seat } from './people';
import { type Posted } from './posted';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Statute } from './statute';
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

/** The programme's configuration: names and seats change, the rules do not. */
export type Programme = {
  readonly name: string;
  /** The first meeting; every one after is a whole number of fortnights from it. */
  readonly anchor: LocalDate;
  readonly time: TimeOfDay;
  readonly place: string;
  /** The resource group's channel in Teams. */
  readonly channelId: string;
  readonly defaultChair: PersonId;
  readonly agencies: readonly Agency[];
  readonly seats: readonly Seat[];
  readonly statutes: readonly Statute[];
};

export type Attendance = {
  readonly present: readonly SeatId[];
  /** The confidentiality text was read out, and by whom it was ticked. */
  readonly confidentialityReadBy: PersonId;
};

type MeetingFacts = {
  readonly id: MeetingId;
  readonly on: LocalDate;
  readonly startsAt: Instant;
  readonly place: string;
  readonly chair: PersonId;
  /** The cases on its agenda in their order; empty until published. */
  readonly agenda: readonly CaseId[];
  readonly publishedAt?: Instant;
  /** The agenda card in the channel. */
  readonly posted?: Posted;
};
export type PlannedMeeting = MeetingFacts & { readonly state: 'planned' };
export type RunningMeeting = MeetingFacts & {
  readonly state: 'running';
  readonly attendance: Attendance;
  readonly startedAt: Instant;
};
export type EndedMeeting = MeetingFacts & {
  readonly state: 'ended';
  readonly attendance: Attendance;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};
export type Meeting = PlannedMeeting | RunningMeeting | EndedMeeting;

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

/** The partners with at least one seat present. Innspill count too, once there are any (part of the agenda item). */
const presentPartners = (attendance: Attendance, { seats, agencies }: Programme): readonly Partner[] =>
  PARTNERS.filter(partner =>
    seats.some(
      seat =>
        attendance.present.includes(seat.id) &&
        agencies.some(agency => agency.id === seat.agency && agency.partner === partner),
    ),
  );

/** Who is missing for the group to be *beslutningsdyktig*: at least one from each partner (domain.md §7, ours). */
export const missingPartners = (attendance: Attendance, programme: Programme): readonly Partner[] => {
  const present = presentPartners(attendance, programme);
  return PARTNERS.filter(partner => !present.includes(partner));
};

export const startMeeting = (
  meeting: Meeting,
  attendance: Attendance,
  at: Instant,
): Result<RunningMeeting, Refusal> =>
  meeting.state === 'planned' && meeting.publishedAt !== undefined
    ? ok({ ...meeting, state: 'running', attendance, startedAt: at })
    : err(WRONG_STATE);

/** Someone came late or left: the list of who is present may change while the meeting runs. */
export const changeAttendance = (
  meeting: Meeting,
  attendance: Attendance,
): Result<RunningMeeting, Refusal> =>
  meeting.state === 'running' ? ok({ ...meeting, attendance }) : err(WRONG_STATE);

export const endMeeting = (meeting: Meeting, at: Instant): Result<EndedMeeting, Refusal> =>
  meeting.state === 'running' ? ok({ ...meeting, state: 'ended', endedAt: at }) : err(WRONG_STATE);
