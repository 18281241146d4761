import { type MeetingId, type SeatId } from '../domain/ids';
import { changeAttendance, type Meeting, startMeeting as started } from '../domain/meeting';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { cardsOf, changeMeeting } from './change-meeting';
import { type World } from './world';

/** Attendance by seat, with the confidentiality text read; while it runs, the attendance may be corrected. */
export const startMeeting =
  (world: World) =>
  (
    asked: Asked & { readonly meetingId: MeetingId; readonly present: readonly SeatId[] },
  ): Promise<Result<Meeting, Refusal>> =>
    changeMeeting(world, asked, {
      operation: 'start-meeting',
      meetingId: asked.meetingId,
      decide: meeting => {
        const known = world.programme.seats.map(({ id }) => id);
        const present = known.filter(id => asked.present.includes(id));
        const attendance = { present, standIns: [], confidentialityReadBy: asked.by.person.id };
        const next =
          meeting.state === 'running'
            ? changeAttendance(meeting, attendance)
            : started(meeting, attendance, asked.at);
        return next.ok ? ok({ meeting: next.value, errands: cardsOf(next.value) }) : next;
      },
    });
