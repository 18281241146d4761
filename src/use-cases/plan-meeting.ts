import { type MeetingId } from '../domain/ids';
import { type Meeting, type PlannedMeeting } from '../domain/meeting';
import { isPlanned } from '../domain/meeting-changes';
import { type Bounds, checkMeeting, mayChair, type MeetingProblem } from '../domain/meeting-form';
import { type Person } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { arrange, type Planning, repeated } from './arrange-meeting';
import { type Asked } from './asked';
import { meetingById, neighboursOf } from './next-meeting';
import { refuse } from './perform';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };

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

/** Another day, hour, place, link, length or chair; or what is wrong with what was typed. */
export const planMeeting =
  (world: World) =>
  async (asked: Planning): Promise<Result<Planned, Refusal>> => {
    const { values, at } = asked;
    const again = await repeated(world, asked);
    if (again !== undefined) return again.ok ? ok({ meeting: again.value }) : again;
    const meeting = await changeable(world, asked, 'plan-meeting');
    if (!meeting.ok) return meeting;
    const plan = await planOf(world, asked, meeting.value);
    const wanted = checkMeeting(values, { ...plan, now: at, calendar: world.calendar });
    if (!wanted.ok) return ok({ plan, problems: wanted.error });
    const saved = await arrange(world, asked, { meeting: meeting.value, wanted: wanted.value });
    return saved.ok ? ok({ meeting: saved.value }) : saved;
  };
