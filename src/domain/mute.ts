import { err, ok, type Result } from '../result';
import { type Action, isPending, type PendingAction } from './action';
import { type Mute } from './action-choices';
import { type PersonId } from './ids';
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

type Muting = Pick<Action, 'mutes'>;
const without = ({ mutes = [] }: Muting, by: PersonId): readonly Mute[] => mutes.filter(one => one.by !== by);

/** Until that day, or the first working day after it: nobody is reminded on a day off. It takes the place of their last. */
export const mute = (action: Action, wanted: Mute, calendar: Calendar): Result<PendingAction, Refusal> => {
  if (!isPending(action)) return err(WRONG_STATE);
  const until = workingDayFrom(wanted.until, calendar);
  return ok({ ...action, mutes: [...without(action, wanted.by), { ...wanted, until }] });
};

/** They hear of it again at once. */
export const unmute = (action: Action, by: PersonId): Result<PendingAction, Refusal> => {
  if (!isPending(action)) return err(WRONG_STATE);
  const mutes = without(action, by);
  const { mutes: _, ...heard } = action;
  return ok({ ...heard, ...(mutes.length === 0 ? {} : { mutes }) });
};

/** Before its day this one is not reminded of it; whoever else is told of it still is (domain.md §9, ours). */
export const muteOf = (
  { mutes = [] }: Muting,
  { by, today }: { readonly by: PersonId; readonly today: LocalDate },
): Mute | undefined => mutes.find(one => one.by === by && today < one.until);

type After = { readonly after: Instant; readonly calendar: Calendar };

/** When a muted task is to be looked at: at its next rung, or when one of them is to hear of it again, if that is sooner. */
export const soonerOf = (
  rung: Instant | undefined,
  { mutes = [] }: Muting,
  { after, calendar }: After,
): Instant | undefined => {
  const heard = mutes.map(({ until }) => calendar.at(until, COLLECTED_AT)).filter(at => at > after);
  const [soonest] = [...heard, ...(rung === undefined ? [] : [rung])].sort();
  return soonest;
};
