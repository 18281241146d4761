import { type MeetingId } from '../domain/ids';
import { endMeeting as over } from '../domain/meeting';
import { minutesAwait } from '../domain/minutes-steps';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { cardsOf, changeMeeting } from './change-meeting';
import { type MeetingInHand, thenInHand } from './meeting-in-hand';
import { type World } from './world';

export const endMeeting =
  (world: World) =>
  async (asked: Asked & { readonly meetingId: MeetingId }): Promise<Result<MeetingInHand, Refusal>> => {
    const done = await changeMeeting(world, asked, {
      operation: 'end-meeting',
      meetingId: asked.meetingId,
      decide: meeting => {
        const next = over(meeting, asked.at);
        return next.ok
          ? ok({ meeting: next.value, errands: [...cardsOf(next.value), minutesAwait(next.value)] })
          : next;
      },
    });
    return thenInHand(world, asked, done);
  };
