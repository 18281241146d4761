import { type MeetingId } from '../domain/ids';
import { type HeldMeeting, isHeld, type Meeting } from '../domain/meeting';
import { type Minutes } from '../domain/minutes';
import { type Addendum, type ShownMinutes, shownTo } from '../domain/minutes-steps';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { type MeetingOperation } from '../policy/operations';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { casesOf, type Composed, composeMinutes } from './compose-minutes';
import { looked } from './lookup';
import { refuse } from './perform';
import { type World } from './world';

/** The minutes as this reader gets them; `seen` marks the whole of them, so that what is approved is what was read. */
export type OpenedMinutes = {
  readonly meeting: HeldMeeting;
  readonly minutes: ShownMinutes;
  readonly addenda: readonly Addendum[];
  readonly seen: string;
};

/** A short mark of one exact text of minutes, which says nothing about it. */
export const markOf = ({ derive }: Pick<World, 'derive'>, minutes: Minutes): string =>
  derive('minutes', JSON.stringify(minutes)).slice(0, 16);

type Text = Composed & { readonly addenda: readonly Addendum[] };

/** As they were approved; composed anew as long as they are not. */
const textOf = async (world: World, { within }: Asked, meeting: HeldMeeting): Promise<Text> => {
  const file = await world.meetings.minutes(meeting.id, within);
  if (file === undefined) return { ...(await composeMinutes(world, meeting, within)), addenda: [] };
  const ids = file.minutes.items.map(({ caseId }) => caseId);
  return { ...file, cases: await casesOf(world, ids, within) };
};

/**
 * Minutes for somebody of whom it is known that they may have them. An addendum is in words and may be about any item:
 * whoever may not read all the items gets none.
 */
export const minutesFor = async (
  world: World,
  asked: Asked,
  meeting: HeldMeeting,
): Promise<OpenedMinutes> => {
  const { minutes, cases, addenda } = await textOf(world, asked, meeting);
  const shown = shownTo(minutes, asked.by.person.id, id => cases.get(id));
  return { meeting, minutes: shown, addenda: shown.partial ? [] : addenda, seen: markOf(world, minutes) };
};

type Look<Answer> = {
  /** What the event says was done, and the rule that it is done by. */
  readonly operation: string;
  readonly ask: MeetingOperation;
  readonly meetingId: MeetingId;
  /** What else must be so of the meeting. */
  readonly fits?: (meeting: Meeting) => boolean;
  readonly answer: (meeting: HeldMeeting) => Promise<Answer> | Answer;
};

type Allowed = { readonly meeting: HeldMeeting; readonly rule: string };

const allowedIn = async (
  world: World,
  { by, within }: Asked,
  { ask, meetingId, fits = () => true }: Pick<Look<unknown>, 'ask' | 'meetingId' | 'fits'>,
): Promise<Allowed | undefined> => {
  const meeting = (await world.meetings.load(meetingId, within))?.meeting;
  if (meeting === undefined || !isHeld(meeting) || !fits(meeting)) return undefined;
  const { allowed, rule } = judge(by.person, { about: 'meeting', ask, meeting });
  return allowed ? { meeting, rule } : undefined;
};

/** One look at what a meeting that was held came to, stored before it is shown. */
export const lookAtMinutes = async <Answer>(
  world: World,
  asked: Asked,
  look: Look<Answer>,
): Promise<Result<Answer, Refusal>> => {
  const what = { operation: look.operation, subject: look.meetingId };
  const allowed = await allowedIn(world, asked, look);
  if (allowed === undefined) {
    await refuse(world, asked, what);
    return err(NOT_AVAILABLE);
  }
  await looked(world, asked, { ...what, rule: allowed.rule });
  return ok(await look.answer(allowed.meeting));
};
