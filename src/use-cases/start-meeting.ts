import { attendanceOf, holdersOf } from '../domain/attendance';
import { type MeetingId, type SeatId } from '../domain/ids';
import { changeAttendance, startMeeting as started } from '../domain/meeting';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { cardsOf, changeMeeting } from './change-meeting';
import { type MeetingInHand, thenInHand } from './meeting-in-hand';
import { type World } from './world';

type Attending = Asked & {
  readonly meetingId: MeetingId;
  readonly present: readonly SeatId[];
  readonly standIns?: readonly SeatId[];
  /** Of a correction, the mark of the attendance it was made over; without it the meeting is to begin. */
  readonly corrects?: string;
};

/** Attendance by seat, with the confidentiality text read; while it runs, the attendance may be corrected. */
export const startMeeting =
  (world: World) =>
  async (asked: Attending): Promise<Result<MeetingInHand, Refusal>> => {
    const { meetingId, present, standIns = [], corrects, by, at } = asked;
    const done = await changeMeeting(world, asked, {
      operation: 'start-meeting',
      meetingId,
      decide: async meeting => {
        const holders = holdersOf(await world.people.all(asked.within), world.programme);
        const told = { present, standIns, confidentialityReadBy: by.person.id };
        const attendance = attendanceOf(told, world.programme, holders);
        const next =
          corrects === undefined
            ? started(meeting, attendance, { at, today: todayOf(world, asked) })
            : changeAttendance(meeting, attendance, corrects);
        return next.ok ? ok({ meeting: next.value, errands: cardsOf(next.value) }) : next;
      },
    });
    return thenInHand(world, asked, done);
  };
