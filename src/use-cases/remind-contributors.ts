import { newOutboxId } from '../domain/ids';
import { isOver, type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Calendar, type Instant, type LocalDate, plusWorkingDays, type TimeOfDay } from '../domain/time';
import { answersForSeat, askContributors, ringFor } from './ask-contributors';
import { isAwaited, placesIn } from './contribution-round';
import { type Within } from './ports/common';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'calendar' | 'derive' | 'meetings' | 'outbox' | 'people' | 'programme'>;
type Reminding = Extract<Errand, { readonly kind: 'remind-contributors' }>;
type Round = { readonly meeting: Meeting; readonly at: Instant };

/** Who has not answered is reminded once, this many working days before the meeting (domain.md §7, ours). */
const DAYS_BEFORE = 3;
const REMINDER_TIME = '08:30' as TimeOfDay;

const reminderDay = ({ on }: Meeting, calendar: Calendar): LocalDate =>
  plusWorkingDays(on, -DAYS_BEFORE, calendar);

/**
 * The day of the next reminder after `now`: where the agenda is published when the usual morning has passed, as a
 * Tuesday's always is, the next working morning; undefined when that is too late.
 */
const nextReminderDay = (meeting: Meeting, now: Instant, calendar: Calendar): LocalDate | undefined => {
  const usual = reminderDay(meeting, calendar);
  if (calendar.at(usual, REMINDER_TIME) > now) return usual;
  const next = plusWorkingDays(calendar.dayOf(now), 1, calendar);
  return calendar.at(next, REMINDER_TIME) < meeting.startsAt ? next : undefined;
};

/** Once for each day that it is put off to, however often the agenda is published or the meeting moved. */
const putOff = async (world: Needs, { meeting, at: now }: Round, within: Within): Promise<void> => {
  const { derive, outbox, calendar } = world;
  const { id: meetingId } = meeting;
  const on = nextReminderDay(meeting, now, calendar);
  if (on === undefined) return;
  const at = calendar.at(on, REMINDER_TIME);
  const id = newOutboxId(derive, 'remind-contributors', meetingId, on);
  await outbox.add({ meetingId }, { id, errand: { kind: 'remind-contributors', meetingId, on }, at }, within);
};

const remind = async (world: Needs, round: Round, within: Within): Promise<void> => {
  const { meeting } = round;
  const { programme } = world;
  const [people, places] = await Promise.all([world.people.all(within), placesIn(world, meeting, within)]);
  const awaited = people
    .filter(person => answersForSeat(person, programme))
    .filter(person => isAwaited(person, places, { meeting, programme }));
  const told = { ...round, about: 'contribute-reminder', people: awaited.map(({ id }) => id) } as const;
  await ringFor(world, told, within);
};

/**
 * Asks the seats for innspill when the agenda is published, and puts itself off to the day when those that have not
 * answered are reminded; when the meeting was moved to later since, it puts itself off again. Nothing is rung for
 * twice, and nothing for a meeting that is over or cancelled.
 */
export const remindContributors =
  (world: Needs) =>
  async ({ meetingId, on }: Reminding, at: Instant, within: Within): Promise<'done' | 'dropped'> => {
    const file = await world.meetings.load(meetingId, within);
    if (file === undefined || isOver(file.meeting)) return 'dropped';
    const round = { meeting: file.meeting, at };
    if (on === undefined) await askContributors(world, round, within);
    const isDue = on !== undefined && reminderDay(file.meeting, world.calendar) <= on;
    await (isDue ? remind(world, round, within) : putOff(world, round, within));
    return 'done';
  };
