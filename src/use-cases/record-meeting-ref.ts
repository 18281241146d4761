import { archivedMeeting } from '../domain/archive';
import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { type World } from './world';

type Recording = Asked & { readonly meetingId: MeetingId; readonly ref: string };

/** What the archive calls the minutes it was given; nothing of a meeting is erased. */
export const recordMeetingRef =
  (world: World) =>
  (asked: Recording): Promise<Result<Meeting, Refusal>> =>
    changeMeeting(world, asked, {
      operation: 'record-meeting-ref',
      meetingId: asked.meetingId,
      decide: async meeting => {
        const minutes = await world.meetings.minutes(meeting.id, asked.within);
        const given = { ref: asked.ref, at: asked.at, by: asked.by.person.id };
        const next = archivedMeeting(
          meeting,
          given,
          (minutes?.addenda ?? []).map(({ at }) => at),
        );
        return next.ok ? ok({ meeting: next.value, errands: [] }) : next;
      },
    });
