import { type MeetingId } from '../domain/ids';
import { type HeldMeeting, isHeld } from '../domain/meeting';
import { isApproved, mayAdd } from '../domain/minutes-steps';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { lookAtMinutes, minutesFor, type OpenedMinutes } from './look-at-minutes';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };

/** The form, for whoever may add to minutes that are approved. */
export const startAddendum =
  (world: World) =>
  (asked: OfMeeting): Promise<Result<HeldMeeting, Refusal>> =>
    lookAtMinutes(world, asked, {
      operation: 'start-addendum',
      ask: 'add-addendum',
      meetingId: asked.meetingId,
      fits: isApproved,
      answer: meeting => meeting,
    });

/** A correction of approved minutes: put to them, by whom and when. Two at once are both kept. */
export const addAddendum =
  (world: World) =>
  async (asked: OfMeeting & { readonly text: string }): Promise<Result<OpenedMinutes, Refusal>> => {
    const { at, by, meetingId, text } = asked;
    const addendum = { text, by: by.person.id, name: by.person.name, at };
    const done = await changeMeeting(world, asked, {
      operation: 'add-addendum',
      meetingId,
      decide: found => {
        const meeting = mayAdd(found, text);
        return meeting.ok
          ? ok({ meeting: { ...meeting.value, addedAt: at }, addendum, errands: [] })
          : meeting;
      },
    });
    if (!done.ok) return done;
    return isHeld(done.value) ? ok(await minutesFor(world, asked, done.value)) : err(WRONG_STATE);
  };
