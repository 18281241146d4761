import { type MeetingId } from '../domain/ids';
import { endMeeting as over, type Meeting } from '../domain/meeting';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { cardsOf, changeMeeting } from './change-meeting';
import { type World } from './world';

export const endMeeting =
  (world: World) =>
  (asked: Asked & { readonly meetingId: MeetingId }): Promise<Result<Meeting, Refusal>> =>
    changeMeeting(world, asked, {
      operation: 'end-meeting',
      meetingId: asked.meetingId,
      decide: meeting => {
        const next = over(meeting, asked.at);
        return next.ok ? ok({ meeting: next.value, errands: cardsOf(next.value) }) : next;
      },
    });
