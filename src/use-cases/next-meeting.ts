import { dayOfMeeting, type MeetingId, meetingIdOn } from '../domain/ids';
import { isOver, type Meeting, type PlannedMeeting } from '../domain/meeting';
import { type Programme } from '../domain/programme';
import { lastMeetingDay, nextMeetingDay } from '../domain/series';
import { type Calendar, type LocalDate, plusDays } from '../domain/time';
import { type Within } from './ports/common';
import { type MeetingFile } from './ports/meetings';
import { type World } from './world';

/** A meeting as the series makes it; it is stored the first time something happens to it. */
export const plannedOn = (on: LocalDate, programme: Programme, calendar: Calendar): PlannedMeeting => ({
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
type Needs = Pick<World, 'programme' | 'calendar'> & { readonly meetings: Pick<World['meetings'], 'load'> };

/** The meeting that the series has on that day, as it is now. */
const found = async (world: Needs, day: LocalDate, within: Within): Promise<Found> => {
  const file = await world.meetings.load(meetingIdOn(day), within);
  return file === undefined
    ? { meeting: plannedOn(day, world.programme, world.calendar) }
    : { meeting: file.meeting, file };
};

const dayBefore = ({ programme, calendar }: Needs, day: LocalDate): LocalDate | undefined =>
  lastMeetingDay(programme, day, calendar);
const dayAfter = ({ programme, calendar }: Needs, day: LocalDate): LocalDate =>
  nextMeetingDay(programme, plusDays(day, 1), calendar);

/** The meetings before and after this one in the series. */
export const neighboursOf = async (
  world: Needs,
  id: MeetingId,
  within: Within,
): Promise<{ readonly before?: Meeting; readonly after: Meeting }> => {
  const earlier = dayBefore(world, dayOfMeeting(id));
  const [after, before] = await Promise.all([
    found(world, dayAfter(world, dayOfMeeting(id)), within),
    earlier && found(world, earlier, within),
  ]);
  return { after: after.meeting, ...(before ? { before: before.meeting } : {}) };
};

/** It has been, and somebody may have to end it; the ones before it are of no concern any more. */
const hasBeen = ({ state, on }: Meeting, today: LocalDate): boolean => state !== 'cancelled' && on < today;

/**
 * The last meeting that has been: one that nobody ended is still to be found, so that somebody can. A meeting that was
 * cancelled, or moved past today, hides none before it; moves keep the order of the series, so that the first that has
 * been is the last.
 */
const stillRunning = async (
  world: Needs,
  { day, today }: { readonly day: LocalDate | undefined; readonly today: LocalDate },
  within: Within,
): Promise<Found | undefined> => {
  if (day === undefined) return undefined;
  const one = await found(world, day, within);
  if (one.meeting.state === 'running') return one;
  const coming = !isOver(one.meeting) && one.meeting.on >= today ? one : undefined;
  if (hasBeen(one.meeting, today)) return undefined;
  return (await stillRunning(world, { day: dayBefore(world, day), today }, within)) ?? coming;
};

const isToCome = ({ meeting }: Found, today: LocalDate): boolean =>
  !isOver(meeting) && (meeting.state === 'running' || meeting.on >= today);

/** The first that is neither over nor passed; there is always one, for the series has no end. */
const firstToCome = async (
  world: Needs,
  { day, today }: { readonly day: LocalDate; readonly today: LocalDate },
  within: Within,
): Promise<Found> => {
  const one = await found(world, day, within);
  return isToCome(one, today) ? one : firstToCome(world, { day: dayAfter(world, day), today }, within);
};

/** The meeting that is on or comes next, on the day it is really held; what has ended or is cancelled is passed over. */
export const nextMeeting = async (world: Needs, today: LocalDate, within: Within): Promise<Found> => {
  const { programme, calendar } = world;
  const [left, coming] = await Promise.all([
    stillRunning(world, { day: lastMeetingDay(programme, today, calendar), today }, within),
    firstToCome(world, { day: nextMeetingDay(programme, today, calendar), today }, within),
  ]);
  return left ?? coming;
};

/** The next meetings in their order, the cancelled ones among them. */
export const comingMeetings = async (
  world: Needs,
  { today, most }: { readonly today: LocalDate; readonly most: number },
  within: Within,
): Promise<readonly Meeting[]> => {
  const days = (from: LocalDate, left: number): readonly LocalDate[] =>
    left === 0 ? [] : [from, ...days(dayAfter(world, from), left - 1)];
  const last = dayBefore(world, today);
  const next = nextMeetingDay(world.programme, today, world.calendar);
  const all = await Promise.all(
    [...(last === undefined ? [] : [last]), ...days(next, most)].map(day => found(world, day, within)),
  );
  return all
    .map(({ meeting }) => meeting)
    .filter(({ on }) => on >= today)
    .slice(0, most);
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
