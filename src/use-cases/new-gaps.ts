import { type Meeting } from '../domain/meeting';
import { lastMeetingDay } from '../domain/series';
import { plusDays, type TimeOfDay } from '../domain/time';
import { type Within } from './ports/common';
import { type World } from './world';

const MIDNIGHT = '00:00' as TimeOfDay;
/** Before the first meeting there is no last one. */
const DAYS_BETWEEN = 14;

/** How many gaps were reported since the group last met before this meeting, from that day on (domain.md §7, 6). */
export const newGaps = (
  { gaps, programme, calendar }: Pick<World, 'gaps' | 'programme' | 'calendar'>,
  { on }: Pick<Meeting, 'on'>,
  within: Within,
): Promise<number> =>
  gaps.newGapsSince(
    calendar.at(lastMeetingDay(programme, on, calendar) ?? plusDays(on, -DAYS_BETWEEN), MIDNIGHT),
    within,
  );
