import { AGENDA_STATES } from '../domain/agenda';
import { type Case, type CaseState, isParticipant } from '../domain/case';
import { dayOfMeeting, type MeetingId } from '../domain/ids';
import { isOver, type Meeting } from '../domain/meeting';
import { hasRole } from '../domain/people';
import { lastMeetingDay, nextMeetingDay } from '../domain/series';
import { type LocalDate, plusDays } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { type FoundItem } from './item-of';
import { meetingById, nextMeeting, plannedOn } from './next-meeting';
import { type World } from './world';

/** What the group has to do with a case now. */
export type AroundCase = {
  /** When the group meets next. */
  readonly nextOn: LocalDate;
  /** That meeting, for who may have a say in its agenda, while the case may stand on one. */
  readonly next?: Meeting;
  /** The meeting whose agenda it stands on, with its item there, on the day of the meeting. */
  readonly found?: FoundItem;
};

/** What an agenda takes up beside the referrals, undecided until the meeting. */
const TAKEN_UP: readonly CaseState[] = ['awaiting-consent', 'active'];

/** A move keeps the meeting between its neighbours: on other days than those it cannot be held. */
const mayBeHeld = ({ programme, calendar }: World, id: MeetingId, today: LocalDate): boolean => {
  const day = dayOfMeeting(id);
  const last = lastMeetingDay(programme, lastMeetingDay(programme, day, calendar) ?? day, calendar);
  const next = nextMeetingDay(
    programme,
    plusDays(nextMeetingDay(programme, plusDays(day, 1), calendar), 1),
    calendar,
  );
  return (last === undefined || last < today) && today < next;
};

type Standing = { readonly kase: Case; readonly meetingId: MeetingId };
/** Only where what is shown hangs on it is the meeting read: opening a case costs two reads and no more otherwise. */
const isRead = (world: World, asked: Asked, { kase: { state }, meetingId }: Standing): boolean => {
  const today = todayOf(world, asked);
  if (state === 'ready-for-review' || dayOfMeeting(meetingId) === today) return true;
  return TAKEN_UP.includes(state) && mayBeHeld(world, meetingId, today);
};

const meetingOf = async (world: World, asked: Asked, kase: Case): Promise<Meeting | undefined> => {
  const { meetingId } = kase;
  return meetingId === undefined || !isRead(world, asked, { kase, meetingId })
    ? undefined
    : (await meetingById(world, meetingId, asked.within))?.meeting;
};

/**
 * Only at the meeting itself can its item be decided, or somebody in it be disqualified; otherwise it is not read.
 * What is left undecided may still be after the day.
 */
const isMeetingDay = ({ state }: Case, { on }: Meeting, today: LocalDate): boolean =>
  state === 'ready-for-review' ? on <= today : on === today;

const itemIn = async (
  world: World,
  asked: Asked,
  { kase, meeting }: { readonly kase: Case; readonly meeting: Meeting },
): Promise<Pick<AroundCase, 'found'>> => {
  if (!isMeetingDay(kase, meeting, todayOf(world, asked))) return {};
  const file = await world.cases.item(kase.id, meeting.id, asked.within);
  return file === undefined ? {} : { found: { file, meeting } };
};

/** The meeting as the series has it: of a participant that says enough, and what is otherwise is refused at the press. */
const foreseenNext = ({ programme, calendar }: World, today: LocalDate): Meeting =>
  plannedOn(nextMeetingDay(programme, today, calendar), programme, calendar);

/** For whoever coordinates or may chair, while the case may stand on an agenda. */
const nextFor = async (world: World, asked: Asked, kase: Case): Promise<{ readonly next?: Meeting }> => {
  const { person } = asked.by;
  const today = todayOf(world, asked);
  const hasSay = hasRole(person, 'coordinator') || hasRole(person, 'member');
  if (!hasSay || !AGENDA_STATES.some(state => state === kase.state)) return {};
  return isParticipant(kase)
    ? { next: foreseenNext(world, today) }
    : { next: (await nextMeeting(world, today, asked.within)).meeting };
};

type Known = {
  readonly kase: Case;
  readonly meeting: Meeting | undefined;
  readonly next: Meeting | undefined;
};

/** A referral is told when it is decided; of other cases the series says enough. */
const nextOn = async (world: World, asked: Asked, { kase, meeting, next }: Known): Promise<LocalDate> => {
  const today = todayOf(world, asked);
  if (meeting !== undefined && !isOver(meeting) && meeting.on >= today) return meeting.on;
  if (next !== undefined) return next.on;
  return kase.state === 'ready-for-review'
    ? (await nextMeeting(world, today, asked.within)).meeting.on
    : nextMeetingDay(world.programme, today, world.calendar);
};

export const aroundCase = async (world: World, asked: Asked, kase: Case): Promise<AroundCase> => {
  const [meeting, { next }] = await Promise.all([meetingOf(world, asked, kase), nextFor(world, asked, kase)]);
  const [on, item] = await Promise.all([
    nextOn(world, asked, { kase, meeting, next }),
    meeting === undefined ? {} : itemIn(world, asked, { kase, meeting }),
  ]);
  return { nextOn: on, ...item, ...(next === undefined ? {} : { next }) };
};
