import { type MeetingId } from '../domain/ids';
import { isHeld, type Meeting } from '../domain/meeting';
import { approveMinutes as approved } from '../domain/minutes-steps';
import { CHANGED_MEANWHILE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { composeMinutes } from './compose-minutes';
import { markOf, minutesFor, type OpenedMinutes } from './look-at-minutes';
import { type World } from './world';

type Approving = Asked & {
  readonly meetingId: MeetingId;
  /** The mark of the text that was read. */
  readonly seen: string;
};

const approving = async (world: World, asked: Approving, meeting: Meeting) => {
  const next = approved(meeting, { by: asked.by.person.id, at: asked.at });
  if (!next.ok) return next;
  const { minutes } = await composeMinutes(world, next.value, asked.within);
  return asked.seen === markOf(world, minutes)
    ? ok({
        meeting: next.value,
        minutes,
        errands: [{ kind: 'edit-agenda', meetingId: meeting.id } as const],
      })
    : err(CHANGED_MEANWHILE);
};

/**
 * The chair approves what they have read, and it is stored as it stood: from then on nothing changes it, whatever
 * becomes of the cases. Items without a decision stay so.
 */
export const approveMinutes =
  (world: World) =>
  async (asked: Approving): Promise<Result<OpenedMinutes, Refusal>> => {
    const { meetingId } = asked;
    const done = await changeMeeting(world, asked, {
      operation: 'approve-minutes',
      meetingId,
      decide: meeting => approving(world, asked, meeting),
    });
    if (!done.ok) return done;
    return isHeld(done.value) ? ok(await minutesFor(world, asked, done.value)) : err(WRONG_STATE);
  };
