import { type MeetingId, meetingIdOn } from '../domain/ids';
import { isHeld } from '../domain/meeting';
import { lastMeetingDay, nextMeetingDay } from '../domain/series';
import { type LocalDate } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { type World } from './world';

/** How far back: the newest may have been cancelled, or moved past the one before it. */
const MEETINGS = 3;

const daysBack = (world: World, from: LocalDate, left: number): readonly LocalDate[] => {
  const day = left === 0 ? undefined : lastMeetingDay(world.programme, from, world.calendar);
  return day === undefined ? [] : [day, ...daysBack(world, day, left - 1)];
};

/** The meeting that was started last; undefined when none has been for a while. */
export const lastHeld = async (world: World, asked: Asked): Promise<MeetingId | undefined> => {
  const today = todayOf(world, asked);
  const next = nextMeetingDay(world.programme, today, world.calendar);
  const days = [next, ...daysBack(world, today, MEETINGS)];
  const files = await Promise.all(days.map(day => world.meetings.load(meetingIdOn(day), asked.within)));
  return files
    .flatMap(file => (file !== undefined && isHeld(file.meeting) ? [file.meeting] : []))
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt))
    .at(-1)?.id;
};
