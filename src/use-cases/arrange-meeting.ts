import { chairCommandId, type MeetingId } from '../domain/ids';
import { type Meeting, type PlannedMeeting } from '../domain/meeting';
import { isPlanned, moveMeeting, nameChair, planMeeting as rearrange } from '../domain/meeting-changes';
import { isRearranged, type MeetingValues, namedIn, type WantedMeeting } from '../domain/meeting-form';
import { type Errand } from '../domain/outbox';
import { CHANGED_MEANWHILE, type Refusal } from '../domain/refusal';
import { type MeetingOperation } from '../policy/operations';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { cardsOf, changeMeeting } from './change-meeting';
import { meetingById } from './next-meeting';
import { type World } from './world';

/** `revision`: the meeting as the form showed it. */
export type Planning = Asked & {
  readonly meetingId: MeetingId;
  readonly revision: number;
  readonly values: MeetingValues;
};

/** What follows an agenda that is published: its cards, and, on another day, the reminders before it. */
const published = (before: Meeting, after: Meeting): readonly Errand[] => {
  if (after.publishedAt === undefined) return [];
  const remind: Errand = { kind: 'remind-contributors', meetingId: after.id };
  return before.on === after.on ? cardsOf(after) : [...cardsOf(after), remind];
};

/** Whoever takes part is told when the hour or the place is another. */
const tellings = ({ by }: Asked, before: Meeting, after: Meeting): readonly Errand[] => {
  const isElsewhere =
    before.startsAt !== after.startsAt || before.place !== after.place || before.link !== after.link;
  const tell = { kind: 'tell-group', meetingId: after.id, about: 'moved', by: by.person.id } as const;
  return [...published(before, after), ...(isElsewhere ? [tell] : [])];
};

type Change = {
  readonly operation: MeetingOperation;
  readonly revision: number;
  readonly change: (meeting: Meeting) => Result<Meeting, Refusal>;
};

const changed = (
  world: World,
  asked: Planning,
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

type Naming = Pick<WantedMeeting, 'chair'> & { readonly revision: number };

const chaired = (
  world: World,
  asked: Planning,
  { chair, revision }: Naming,
): Promise<Result<Meeting, Refusal>> =>
  changed(
    world,
    { ...asked, commandId: chairCommandId(world.derive, asked.commandId) },
    { operation: 'name-chair', revision, change: at => nameChair(at, chair) },
  );

/** Each under its own name in the audit; the chair last, so that who chaired until now may do both. */
export const arrange = async (
  world: World,
  asked: Planning,
  { meeting, wanted }: Wanted,
): Promise<Result<Meeting, Refusal>> => {
  const held = await whenAndWhere(world, asked, { meeting, wanted });
  if (!held.ok || held.value.chair === wanted.chair) return held;
  const revision = held.value === meeting ? asked.revision : held.value.revision;
  return chaired(world, asked, { chair: wanted.chair, revision });
};

/** What this press has done before: all of it, or only when and where, so that the chair is still to be named. */
const doneBefore = async (
  world: World,
  { meetingId, commandId, within }: Planning,
): Promise<'all' | 'arranged' | undefined> => {
  const chairing = chairCommandId(world.derive, commandId);
  const [isArranged, isChaired] = await Promise.all(
    [commandId, chairing].map(command => world.meetings.known(meetingId, command, within)),
  );
  if (isChaired === true) return 'all';
  return isArranged === true ? 'arranged' : undefined;
};

/**
 * What became of a press that was pressed before; undefined of a new one. One that was cut off between the two is
 * finished by its repeat, on the meeting as the first left it.
 */
export const repeated = async (
  world: World,
  asked: Planning,
): Promise<Result<Meeting, Refusal> | undefined> => {
  const { meetingId, values, revision, within } = asked;
  const done = await doneBefore(world, asked);
  const meeting = done && (await meetingById(world, meetingId, within))?.meeting;
  if (meeting === undefined) return undefined;
  if (done === 'all' || !isPlanned(meeting)) return ok(meeting);
  const chair = namedIn(values, await world.people.all(within));
  return chair === undefined || chair === meeting.chair
    ? ok(meeting)
    : chaired(world, asked, { chair, revision: revision + 1 });
};
