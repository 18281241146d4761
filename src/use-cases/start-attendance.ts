import { type MeetingId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { inHand, type MeetingInHand } from './meeting-in-hand';
import { meetingById } from './next-meeting';
import { refuse } from './perform';
import { type World } from './world';

type Opening = Asked & { readonly meetingId: MeetingId };

/** A meeting before whoever may lead it; process only. */
const opening =
  (operation: string) =>
  (world: World) =>
  async (asked: Opening): Promise<Result<MeetingInHand, Refusal>> => {
    const found = await meetingById(world, asked.meetingId, asked.within);
    const { person } = asked.by;
    if (
      found !== undefined &&
      may(person, { about: 'meeting', ask: 'start-meeting', meeting: found.meeting })
    )
      return ok(await inHand(world, asked, found.meeting));
    await refuse(world, asked, { operation, subject: asked.meetingId });
    return err(NOT_AVAILABLE);
  };

/** The meeting whose attendance is to be taken. */
export const startAttendance = opening('start-attendance');

/** The meeting as it stands, for whoever leads it and was not the first. */
export const openMeeting = opening('open-meeting');
