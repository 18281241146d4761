import { chairCommandId, type MeetingId } from '../domain/ids';
import { type Meeting, type PlannedMeeting } from '../domain/meeting';
import { isPlanned, moveMeeting, nameChair, planMeeting as rearrange } from '../domain/meeting-changes';
import {
  type Bounds,
  checkMeeting,
  isRearranged,
  mayChair,
  type MeetingProblem,
  type MeetingValues,
  type WantedMeeting,
} from '../domain/meeting-form';
import { type Errand } from '../domain/outbox';
import { type Person } from '../domain/people';
import { CHANGED_MEANWHILE, NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { may } from '../policy/may';
import { type MeetingOperation } from '../policy/operations';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { cardsOf, changeMeeting } from './change-meeting';
import { meetingById, neighboursOf } from './next-meeting';
import { refuse } from './perform';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };
/** `revision`: the meeting as the form showed it. */
type Planning = OfMeeting & { readonly revision: number; readonly values: MeetingValues };

/** A meeting that may be changed, with what the form must know besides. */
export type MeetingPlan = {
  readonly meeting: PlannedMeeting;
  readonly bounds: Bounds;
  /** Who can chair it. */
  readonly people: readonly Person[];
};
export type Planned =
  | { readonly meeting: Meeting }
  | { readonly plan: MeetingPlan; readonly problems: readonly MeetingProblem[] };

const planOf = async (world: World, asked: Asked, meeting: PlannedMeeting): Promise<MeetingPlan> => {
  const [{ before, after }, people] = await Promise.all([
    neighboursOf(world, meeting.id, asked.within),
    world.people.all(asked.within),
  ]);
  const bounds = { before: after.on, ...(before === undefined ? {} : { after: before.on }) };
  return { meeting, bounds, people: people.filter(mayChair) };
};

/** The meeting as it is, when this person may change it. */
const changeable = async (
  world: World,
  asked: OfMeeting,
  operation: string,
): Promise<Result<PlannedMeeting, Refusal>> => {
  const { person } = asked.by;
  const meeting = (await meetingById(world, asked.meetingId, asked.within))?.meeting;
  if (
    meeting !== undefined &&
    isPlanned(meeting) &&
    may(person, { about: 'meeting', ask: 'plan-meeting', meeting })
  )
    return ok(meeting);
  await refuse(world, asked, { operation, subject: asked.meetingId });
  const sees = meeting !== undefined && may(person, { about: 'role', ask: 'open-agenda' });
  return err(sees ? WRONG_STATE : NOT_AVAILABLE);
};

export const startPlanMeeting =
  (world: World) =>
  async (asked: OfMeeting): Promise<Result<MeetingPlan, Refusal>> => {
    const meeting = await changeable(world, asked, 'start-plan-meeting');
    return meeting.ok ? ok(await planOf(world, asked, meeting.value)) : meeting;
  };

/** What follows an agenda that is published: its cards, and, on another day, the reminders before it. */
const published = (before: Meeting, after: PlannedMeeting): readonly Errand[] => {
  if (after.publishedAt === undefined) return [];
  const remind: Errand = { kind: 'remind-contributors', meetingId: after.id };
  return before.on === after.on ? cardsOf(after) : [...cardsOf(after), remind];
};

/** Whoever takes part is told when the hour or the place is another. */
const tellings = ({ by }: Asked, before: Meeting, after: PlannedMeeting): readonly Errand[] => {
  const isElsewhere =
    before.startsAt !== after.startsAt || before.place !== after.place || before.link !== after.link;
  const tell = { kind: 'tell-group', meetingId: after.id, about: 'moved', by: by.person.id } as const;
  return [...published(before, after), ...(isElsewhere ? [tell] : [])];
};

type Change = {
  readonly operation: MeetingOperation;
  readonly revision: number;
  readonly change: (meeting: Meeting) => Result<PlannedMeeting, Refusal>;
};

const changed = (
  world: World,
  asked: OfMeeting,
  { operation, revision, change }: Change,
): Promise<Result<Meeting, Refusal>> =>
  changeMeeting(world, asked, {
    operation,
    meetingId: asked.meetingId,
    decide: meeting => {
      if (meeting.revision !== revision) return err(CHANGED_MEANWHILE);
      const next = change(meeting);
      return next.ok ? ok({ meeting: next.value, errands: tellings(asked, meeting, next.value) }) : next;
    },
  });

type Wanted = { readonly meeting: PlannedMeeting; readonly wanted: WantedMeeting };

const whenAndWhere = async (
  world: World,
  asked: Planning,
  { meeting, wanted }: Wanted,
): Promise<Result<Meeting, Refusal>> => {
  if (!isRearranged(meeting, wanted)) return ok(meeting);
  const { revision } = asked;
  return meeting.on === wanted.on
    ? changed(world, asked, { operation: 'plan-meeting', revision, change: at => rearrange(at, wanted) })
    : changed(world, asked, { operation: 'move-meeting', revision, change: at => moveMeeting(at, wanted) });
};

/** Each under its own name in the audit; the chair last, so that who chaired until now may do both. */
const save = async (
  world: World,
  asked: Planning,
  { meeting, wanted }: Wanted,
): Promise<Result<Meeting, Refusal>> => {
  const held = await whenAndWhere(world, asked, { meeting, wanted });
  if (!held.ok || held.value.chair === wanted.chair) return held;
  const isSecond = held.value !== meeting;
  const command = isSecond ? chairCommandId(world.derive, asked.commandId) : asked.commandId;
  return changed(
    world,
    { ...asked, commandId: command },
    {
      operation: 'name-chair',
      revision: isSecond ? held.value.revision : asked.revision,
      change: at => nameChair(at, wanted.chair),
    },
  );
};

/** Another day, hour, place, link, length or chair; or what is wrong with what was typed. */
export const planMeeting =
  (world: World) =>
  async (asked: Planning): Promise<Result<Planned, Refusal>> => {
    const { meetingId, commandId, within, values, at } = asked;
    if (await world.meetings.known(meetingId, commandId, within)) {
      const done = await meetingById(world, meetingId, within);
      if (done !== undefined) return ok({ meeting: done.meeting });
    }
    const meeting = await changeable(world, asked, 'plan-meeting');
    if (!meeting.ok) return meeting;
    const plan = await planOf(world, asked, meeting.value);
    const wanted = checkMeeting(values, { ...plan, now: at, calendar: world.calendar });
    if (!wanted.ok) return ok({ plan, problems: wanted.error });
    const saved = await save(world, asked, { meeting: meeting.value, wanted: wanted.value });
    return saved.ok ? ok({ meeting: saved.value }) : saved;
  };
