import { dayOfMeeting, type MeetingId, meetingIdOn } from '../domain/ids';
import { type Meeting, type PlannedMeeting } from '../domain/meeting';
import { type Programme } from '../domain/programme';
import { lastMeetingDay, nextMeetingDay } from '../domain/series';
import { type Calendar, type LocalDate, plusDays } from '../domain/time';
import { type Within } from './ports/common';
import { type MeetingFile } from './ports/meetings';
import { type World } from './world';

/** A meeting as the series makes it; it is stored the first time something happens to it. */
const plannedOn = (on: LocalDate, programme: Programme, calendar: Calendar): PlannedMeeting => ({
  state: 'planned',
  id: meetingIdOn(on),
  on,
  startsAt: calendar.at(on, programme.time),
  place: programme.place,
  ...(programme.link === undefined ? {} : { link: programme.link }),
  lengthMinutes: programme.lengthMinutes,
  chair: programme.defaultChair,
  agenda: [],
  order: [],
  allotted: [],
  revision: 0,
});

export type Found = { readonly meeting: Meeting; readonly file?: MeetingFile };
type Needs = Pick<World, 'meetings' | 'programme' | 'calendar'>;

const found = async (world: Needs, on: LocalDate, within: Within): Promise<Found> => {
  const file = await world.meetings.load(meetingIdOn(on), within);
  return file === undefined
    ? { meeting: plannedOn(on, world.programme, world.calendar) }
    : { meeting: file.meeting, file };
};

/** A meeting nobody ended; it is still to be found, so that somebody can. */
const stillRunning = async (world: Needs, today: LocalDate, within: Within): Promise<Found | undefined> => {
  const before = lastMeetingDay(world.programme, today, world.calendar);
  const file = before === undefined ? undefined : await world.meetings.load(meetingIdOn(before), within);
  return file?.meeting.state === 'running' ? { meeting: file.meeting, file } : undefined;
};

/** The meeting that is on or comes next; one that has ended is over. */
export const nextMeeting = async (world: Needs, today: LocalDate, within: Within): Promise<Found> => {
  const running = await stillRunning(world, today, within);
  if (running !== undefined) return running;
  const first = await found(world, nextMeetingDay(world.programme, today, world.calendar), within);
  if (first.meeting.state !== 'ended') return first;
  const after = nextMeetingDay(world.programme, plusDays(first.meeting.on, 1), world.calendar);
  return found(world, after, within);
};

/** A meeting by its id; undefined when the series has none that day and none was stored. */
export const meetingById = async (
  world: Needs,
  id: MeetingId,
  within: Within,
): Promise<Found | undefined> => {
  const file = await world.meetings.load(id, within);
  if (file !== undefined) return { meeting: file.meeting, file };
  const on = dayOfMeeting(id);
  const inSeries = nextMeetingDay(world.programme, on, world.calendar) === on;
  return inSeries ? { meeting: plannedOn(on, world.programme, world.calendar) } : undefined;
};
