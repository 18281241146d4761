import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { meetingById } from './next-meeting';
import { refuse } from './perform';
import { type World } from './world';

/** The meeting whose attendance is to be taken. */
export const startAttendance =
  (world: World) =>
  async (asked: Asked & { readonly meetingId: MeetingId }): Promise<Result<Meeting, Refusal>> => {
    const found = await meetingById(world, asked.meetingId, asked.within);
    const { person } = asked.by;
    if (
      found !== undefined &&
      may(person, { about: 'meeting', ask: 'start-meeting', meeting: found.meeting })
    )
      return ok(found.meeting);
    await refuse(world, asked, { operation: 'start-attendance', subject: asked.meetingId });
    return err(NOT_AVAILABLE);
  };
