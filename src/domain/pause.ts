import { err, ok, type Result } from '../result';
import { type Case, isEnded } from './case';
import { type MeetingId } from './ids';
import { PAST_DATE, type Refusal, WRONG_STATE } from './refusal';
import { type LocalDate, plusMonths } from './time';

/** A case waits a year at most (ours): after that somebody must say so anew. */
const LONGEST_MONTHS = 12;

/** It waits until that day, and is there again on it. */
export const isPaused = ({ pausedUntil }: Pick<Case, 'pausedUntil'>, on: LocalDate): boolean =>
  pausedUntil !== undefined && pausedUntil > on;

/** The last day a case may be set to wait for. */
export const latestPause = (today: LocalDate): LocalDate => plusMonths(today, LONGEST_MONTHS);

/** Off the agenda of that meeting, where it stands on it; elsewhere as it was. */
export const withoutMeeting = (kase: Case, meetingId: MeetingId | undefined): Case => {
  if (meetingId === undefined || kase.meetingId !== meetingId) return kase;
  const { meetingId: _, ...rest } = kase;
  return rest;
};

type Pausing = {
  readonly until: LocalDate;
  readonly today: LocalDate;
  /** The meeting to come, and when it is held: a case that waits beyond it leaves its agenda. */
  readonly meeting?: { readonly id: MeetingId; readonly on: LocalDate };
};

/** Any case that is open can wait: an admission, a sentence. Why is nowhere (domain.md §3). */
export const pause = (kase: Case, { until, today, meeting }: Pausing): Result<Case, Refusal> => {
  if (isEnded(kase)) return err(WRONG_STATE);
  if (until <= today || until > latestPause(today)) return err(PAST_DATE);
  const paused = { ...kase, pausedUntil: until };
  return ok(meeting !== undefined && until > meeting.on ? withoutMeeting(paused, meeting.id) : paused);
};

/** Before the day, or once it has come and somebody has seen it. */
export const resume = (kase: Case): Result<Case, Refusal> => {
  if (isEnded(kase) || kase.pausedUntil === undefined) return err(WRONG_STATE);
  const { pausedUntil: _, ...rest } = kase;
  return ok(rest);
};
