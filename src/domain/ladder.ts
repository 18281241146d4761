import {
  type Calendar,
  type Instant,
  type LocalDate,
  plusDays,
  plusWorkingDays,
  type TimeOfDay,
  workingDayFrom,
} from './time';

/** When a task rings, in working days from its due date; a programme may have its own (domain.md §9). */
export type Ladder = {
  /** The owner hears this many before; none when it is 0. */
  readonly ownerBefore: number;
  /** And on the day. */
  readonly ownerOn: boolean;
  readonly standInAfter: number;
  readonly coordinatorAfter: number;
  /** From then it brings its case up on the agenda. */
  readonly agendaAfter: number;
};
export const USUAL_LADDER: Ladder = {
  ownerBefore: 2,
  ownerOn: true,
  standInAfter: 1,
  coordinatorAfter: 5,
  agendaAfter: 5,
};

/** Where a ladder stands: what the days are, and what the programme says. */
export type Laddered = {
  readonly calendar: Calendar;
  readonly programme: { readonly reminders: Ladder };
};

/** Who a task rings for; each hears from a day on, and as long as the task is not dealt with. */
export type Step = 'owner' | 'stand-in' | 'coordinator';

const ownerFrom = ({ ownerBefore, ownerOn, standInAfter }: Ladder): number => {
  if (ownerBefore > 0) return -ownerBefore;
  return ownerOn ? 0 : standInAfter;
};
const FROM: Readonly<Record<Step, (ladder: Ladder) => number>> = {
  owner: ownerFrom,
  'stand-in': ({ standInAfter }) => standInAfter,
  coordinator: ({ coordinatorAfter }) => coordinatorAfter,
};

/** Nothing rings on a day off: what would, does so on the first working day after. */
const dayOfRung = (due: LocalDate, rung: number, calendar: Calendar): LocalDate =>
  workingDayFrom(plusWorkingDays(due, rung, calendar), calendar);

/** Whether the task has come so far that this one hears of it. */
export const hasReached = (
  step: Step,
  { due, today }: { readonly due: LocalDate; readonly today: LocalDate },
  { calendar, programme }: Laddered,
): boolean => dayOfRung(due, FROM[step](programme.reminders), calendar) <= today;

const rungsOf = ({ ownerBefore, ownerOn, standInAfter, coordinatorAfter }: Ladder): readonly number[] => [
  ...(ownerBefore > 0 ? [-ownerBefore] : []),
  ...(ownerOn ? [0] : []),
  standInAfter,
  coordinatorAfter,
];

/** The working days on which a task rings, in order and each once. */
export const ringingDays = (due: LocalDate, { calendar, programme }: Laddered): readonly LocalDate[] =>
  [...new Set(rungsOf(programme.reminders).map(rung => dayOfRung(due, rung, calendar)))].sort();

/** What rings that day is collected before anybody's hour has come, so that each can be told at their own. */
export const COLLECTED_AT = '05:00' as TimeOfDay;
/** When a digest comes, unless its reader chose another hour (ours). */
export const DIGEST_TIME = '08:30' as TimeOfDay;

/**
 * When the task is to be looked at next: on the first of its days whose morning is still to come after `after`. That
 * moment may have been already, for whoever gets a task before the morning's digest is to be reminded by that one.
 */
export const nextReminder = (due: LocalDate, after: Instant, ladder: Laddered): Instant | undefined => {
  const { calendar } = ladder;
  const day = ringingDays(due, ladder).find(one => calendar.at(one, DIGEST_TIME) > after);
  return day && calendar.at(day, COLLECTED_AT);
};

/** The same, once what rings today has been collected. */
export const reminderAfter = (due: LocalDate, today: LocalDate, ladder: Laddered): Instant | undefined => {
  const day = ringingDays(due, ladder).find(one => one > today);
  return day && ladder.calendar.at(day, COLLECTED_AT);
};

/** The next morning on which what rings is collected. */
export const nextCollection = (after: Instant, calendar: Calendar): Instant => {
  const today = workingDayFrom(calendar.dayOf(after), calendar);
  const at = calendar.at(today, COLLECTED_AT);
  return at > after ? at : calendar.at(workingDayFrom(plusDays(today, 1), calendar), COLLECTED_AT);
};

/** Whether a task is so late that the group is to look at it on the day of its meeting (domain.md §9, ours). */
export const isForAgenda = (
  { due, today, on }: { readonly due: LocalDate; readonly today: LocalDate; readonly on: LocalDate },
  { calendar, programme }: Laddered,
): boolean => due < today && plusWorkingDays(due, programme.reminders.agendaAfter, calendar) <= on;
