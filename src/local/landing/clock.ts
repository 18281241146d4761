import { DIGEST_TIME } from '../../domain/ladder';
import { type Calendar, type Instant, plusDays, workingDayFrom } from '../../domain/time';

const MINUTE = 60_000;

const nextMorning = (now: Instant, calendar: Calendar): Instant => {
  const today = calendar.dayOf(now);
  const morning = calendar.at(workingDayFrom(today, calendar), DIGEST_TIME);
  return morning > now ? morning : calendar.at(workingDayFrom(plusDays(today, 1), calendar), DIGEST_TIME);
};

/**
 * How long it is, rounded up to whole minutes, to the next moment when reminders are sent: 08.30 on a working
 * day. An ISO 8601 duration in hours and minutes.
 */
export const untilMorning = (now: Instant, calendar: Calendar): string => {
  const minutes = Math.ceil((Date.parse(nextMorning(now, calendar)) - Date.parse(now)) / MINUTE);
  return `PT${String(Math.floor(minutes / 60))}H${String(minutes % 60)}M`;
};
