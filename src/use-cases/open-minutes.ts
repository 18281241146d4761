import { type MeetingId, meetingIdOn } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lastHeld } from './last-held';
import { lookAtMinutes, minutesFor, type OpenedMinutes } from './look-at-minutes';
import { type World } from './world';

type Opening = Asked & {
  /** The last meeting that was held, when undefined. */
  readonly meetingId?: MeetingId;
};

/** The minutes: a preview until they are approved, then as they were approved. */
export const openMinutes =
  (world: World) =>
  async (asked: Opening): Promise<Result<OpenedMinutes, Refusal>> =>
    lookAtMinutes(world, asked, {
      operation: 'open-minutes',
      ask: 'open-minutes',
      meetingId: asked.meetingId ?? (await lastHeld(world, asked)) ?? meetingIdOn(todayOf(world, asked)),
      answer: meeting => minutesFor(world, asked, meeting),
    });
