import { err, ok, type Result } from '../result';
import { type Attendance, markOfAttendance } from './attendance';
import { type CaseId, type MeetingId, type PersonId } from './ids';
import { type Posted } from './posted';
import { CHANGED_MEANWHILE, type Refusal, TOO_EARLY, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

/** How long the meeting gives one case. */
export type Allotment = { readonly caseId: CaseId; readonly minutes: number };

export const CANCEL_REASONS = ['too-few', 'no-cases', 'holiday', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What an archive was given, and the reference it gave back; the retention clock starts there (domain.md §7). */
export type Archived = { readonly ref: string; readonly at: Instant; readonly by: PersonId };

type MeetingFacts = {
  /** By the day the series has it on; it stays when the meeting is moved. */
  readonly id: MeetingId;
  readonly on: LocalDate;
  readonly startsAt: Instant;
  readonly place: string;
  /** Where it is held online, an https address. */
  readonly link?: string;
  readonly lengthMinutes: number;
  readonly chair: PersonId;
  /** The cases on its agenda in their order; empty until published. */
  readonly agenda: readonly CaseId[];
  /** The order somebody put cases in by hand; those that are not here follow, in the order of domain.md §7. */
  readonly order: readonly CaseId[];
  /** Only those that differ from what their kind is given. */
  readonly allotted: readonly Allotment[];
  /** Raised with every change of when and where: calendars tell a new invitation from an old one by it. */
  readonly revision: number;
  readonly publishedAt?: Instant;
  /** The agenda card in the channel. */
  readonly posted?: Posted;
};
export type PlannedMeeting = MeetingFacts & { readonly state: 'planned' };
type Held = { readonly attendance: Attendance; readonly startedAt: Instant };
export type RunningMeeting = MeetingFacts &
  Held & {
    readonly state: 'running';
    /** The case that is spoken of now. */
    readonly current?: CaseId;
  };
export type EndedMeeting = MeetingFacts &
  Held & {
    readonly state: 'ended';
    readonly endedAt: Instant;
    /** The minutes are approved, and locked. */
    readonly approved?: { readonly by: PersonId; readonly at: Instant };
    /** When something was last put to the approved minutes. */
    readonly addedAt?: Instant;
    /** When it was last exported for the archive. */
    readonly exportedAt?: Instant;
    readonly archived?: Archived;
  };
export type CancelledMeeting = MeetingFacts & {
  readonly state: 'cancelled';
  readonly reason: CancelReason;
  readonly cancelledAt: Instant;
};
export type Meeting = PlannedMeeting | RunningMeeting | EndedMeeting | CancelledMeeting;
export type HeldMeeting = RunningMeeting | EndedMeeting;

export const MEETING_STATES = [
  'planned',
  'running',
  'ended',
  'cancelled',
] as const satisfies readonly Meeting['state'][];

export const isHeld = (meeting: Meeting): meeting is HeldMeeting =>
  meeting.state === 'running' || meeting.state === 'ended';
/** Nothing more is done in it. */
export const isOver = ({ state }: Pick<Meeting, 'state'>): boolean =>
  state === 'ended' || state === 'cancelled';

/** Somebody else may have pressed first: they began it, and whoever is second sees that, and corrects it if they must. */
export const startMeeting = (
  meeting: Meeting,
  attendance: Attendance,
  { at, today }: { readonly at: Instant; readonly today: LocalDate },
): Result<RunningMeeting, Refusal> => {
  if (meeting.state === 'running') return err(CHANGED_MEANWHILE);
  if (meeting.state !== 'planned' || meeting.publishedAt === undefined) return err(WRONG_STATE);
  return meeting.on > today
    ? err(TOO_EARLY)
    : ok({ ...meeting, state: 'running', attendance, startedAt: at });
};

/**
 * Someone came late or left: the list of who is present may change while the meeting runs, over the attendance whose
 * mark was seen. The confidentiality text was read out once, when it began.
 */
export const changeAttendance = (
  meeting: Meeting,
  { present, standIns }: Attendance,
  seen: string,
): Result<RunningMeeting, Refusal> => {
  if (meeting.state !== 'running') return err(WRONG_STATE);
  const { attendance } = meeting;
  return seen === markOfAttendance(attendance)
    ? ok({ ...meeting, attendance: { ...attendance, present, standIns } })
    : err(CHANGED_MEANWHILE);
};

/** Which case the group speaks of now. */
export const takeUp = (meeting: Meeting, caseId: CaseId): Result<RunningMeeting, Refusal> => {
  if (meeting.state !== 'running' || !meeting.agenda.includes(caseId)) return err(WRONG_STATE);
  return meeting.current === caseId ? err(CHANGED_MEANWHILE) : ok({ ...meeting, current: caseId });
};

export const currentOf = (meeting: Meeting): CaseId | undefined =>
  meeting.state === 'running' ? meeting.current : undefined;

export const endMeeting = (meeting: Meeting, at: Instant): Result<EndedMeeting, Refusal> => {
  if (meeting.state !== 'running') return err(WRONG_STATE);
  const { current: _, ...facts } = meeting;
  return ok({ ...facts, state: 'ended', endedAt: at });
};
