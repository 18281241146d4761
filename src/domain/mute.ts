import { err, ok, type Result } from '../result';
import { type Action, isMuted, isPending, type MuteReason, type PendingAction } from './action';
import { COLLECTED_AT } from './ladder';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Calendar, type Instant, type LocalDate, plusDays, workingDayFrom } from './time';

/** Longer is no pause any more, but another date (ours). */
const LONGEST_MUTE_DAYS = 60;

export type MuteProblem = 'past-date' | 'far-date';
type Wanted = { readonly until: LocalDate; readonly today: LocalDate };

/** What is wrong with the day, if anything is. */
export const muteProblem = ({ until, today }: Wanted): MuteProblem | undefined => {
  if (until <= today) return 'past-date';
  return until > plusDays(today, LONGEST_MUTE_DAYS) ? 'far-date' : undefined;
};

/** Until that day, or the first working day after it: nobody is reminded on a day off. */
export const mute = (
  action: Action,
  { until, reason }: { readonly until: LocalDate; readonly reason: MuteReason },
  calendar: Calendar,
): Result<PendingAction, Refusal> =>
  isPending(action)
    ? ok({ ...action, muted: { until: workingDayFrom(until, calendar), reason } })
    : err(WRONG_STATE);

/** Its owner hears of it again at once. */
export const unmute = (action: Action): Result<PendingAction, Refusal> => {
  if (!isPending(action)) return err(WRONG_STATE);
  const { muted: _, ...heard } = action;
  return ok(heard);
};

/** The day its owner is to hear of it again; undefined when they hear of it already. */
const heardAgainOn = (action: Action, today: LocalDate): LocalDate | undefined =>
  isMuted(action, today) ? action.muted?.until : undefined;

type After = { readonly after: Instant; readonly calendar: Calendar };

/** When a muted task is to be looked at: at its next rung, or when its owner is to hear of it again, if that is sooner. */
export const soonerOf = (
  rung: Instant | undefined,
  { muted }: Pick<Action, 'muted'>,
  { after, calendar }: After,
): Instant | undefined => {
  const heard = muted && calendar.at(muted.until, COLLECTED_AT);
  if (heard === undefined || heard <= after) return rung;
  return rung === undefined || heard < rung ? heard : rung;
};
