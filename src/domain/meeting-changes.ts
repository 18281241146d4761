import { err, ok, type Result } from '../result';
import { type PersonId } from './ids';
import { type CancelledMeeting, type CancelReason, type Meeting, type PlannedMeeting } from './meeting';
import { isApproved } from './minutes-steps';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

/** Where it is held, for how long and from when. */
export type Arrangement = Pick<PlannedMeeting, 'startsAt' | 'place' | 'lengthMinutes'> & {
  readonly link?: string | undefined;
};

export const isPlanned = (meeting: Meeting): meeting is PlannedMeeting => meeting.state === 'planned';

const rearranged = (
  { link: _, ...meeting }: PlannedMeeting,
  { link, startsAt, place, lengthMinutes }: Arrangement,
): PlannedMeeting => ({
  ...meeting,
  ...(link === undefined ? {} : { link }),
  ...{ startsAt, place, lengthMinutes },
  revision: meeting.revision + 1,
});

/** Another place, link, length or hour of the same day. */
export const planMeeting = (meeting: Meeting, to: Arrangement): Result<PlannedMeeting, Refusal> =>
  isPlanned(meeting) ? ok(rearranged(meeting, to)) : err(WRONG_STATE);

/** Another day; the meeting stays known by the day that the series has it on. */
export const moveMeeting = (
  meeting: Meeting,
  to: Arrangement & { readonly on: LocalDate },
): Result<PlannedMeeting, Refusal> =>
  isPlanned(meeting) ? ok({ ...rearranged(meeting, to), on: to.on }) : err(WRONG_STATE);

/**
 * Whoever it was may be asked to chair again; that they take part in the group is asked where people are known. A
 * meeting that was held has somebody to approve its minutes so, when who led it is there no longer.
 */
export const nameChair = (meeting: Meeting, chair: PersonId): Result<Meeting, Refusal> =>
  meeting.state === 'cancelled' || isApproved(meeting)
    ? err(WRONG_STATE)
    : ok({ ...meeting, chair, revision: meeting.revision + 1 });

/** What stood on its agenda is taken up by the next. */
export const cancelMeeting = (
  meeting: Meeting,
  reason: CancelReason,
  at: Instant,
): Result<CancelledMeeting, Refusal> =>
  isPlanned(meeting)
    ? ok({ ...meeting, state: 'cancelled', reason, cancelledAt: at, revision: meeting.revision + 1 })
    : err(WRONG_STATE);
