import { createEvents, type EventAttributes } from 'ics';
import { type FileText } from '../cards/access-log-file';
import { type Drawing } from '../cards/drawing';
import { type Meeting } from '../domain/meeting';
import { type Words } from '../i18n/words';

/** No case, no person: only when and where the group meets (domain.md §13). */
const eventOf = (t: Words, meeting: Meeting): EventAttributes => {
  const { id, startsAt, lengthMinutes, place, link, revision, state } = meeting;
  return {
    uid: `${id}@sent-ute`,
    sequence: revision,
    title: t.series.event,
    start: Date.parse(startsAt),
    startOutputType: 'utc',
    duration: { minutes: lengthMinutes },
    ...(place === '' ? {} : { location: place }),
    ...(link === undefined ? {} : { description: link }),
    status: state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: state === 'cancelled' ? 'FREE' : 'BUSY',
  };
};

/** The meetings as a calendar that other programs read, in universal time; throws on what is no meeting. */
const calendarText = (t: Words, meetings: readonly Meeting[]): string => {
  const { error, value } = createEvents(
    meetings.map(meeting => eventOf(t, meeting)),
    { productId: 'sent-ute', method: 'PUBLISH', calName: t.series.event },
  );
  if (value === null) throw error ?? new Error('no calendar');
  return value;
};

export const calendarFile = (
  { t, today }: Pick<Drawing, 't' | 'today'>,
  { meetings }: { readonly meetings: readonly Meeting[] },
): FileText => ({
  name: `sent-ute-${today}.ics`,
  type: 'text/calendar; charset=utf-8',
  text: calendarText(t, meetings),
});
