import { type Meeting } from '../domain/meeting';
import { type Minutes } from '../domain/minutes';
import { type Addendum } from '../domain/minutes-steps';
import { type FileText } from './access-log-file';
import { type Hash, packed } from './archive-file';
import { type Drawing } from './drawing';

type MeetingArchive = {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly addenda: readonly Addendum[];
};

const approvedIn = ({ nameOf }: Drawing, meeting: Meeting) =>
  meeting.state === 'ended' && meeting.approved !== undefined
    ? {
        approvedAt: meeting.approved.at,
        approvedBy: nameOf(meeting.approved.by),
        exportedAt: meeting.exportedAt,
      }
    : {};

/** What the municipality's archive is given of a meeting: by code and process, as the minutes are (domain.md §7). */
export const meetingArchiveFile = (
  d: Drawing,
  { meeting, minutes, addenda }: MeetingArchive,
  hash: Hash,
): FileText => {
  const { t, today, reader, nameOf } = d;
  const { on, startedAt, endedAt, place, chair, confidentialityReadBy, seats, items } = minutes;
  const titles = t.archive.file.parts;
  const metadata = {
    ...{ title: t.archive.file.meetingTitle(t.day(on, '')), kind: 'meeting', on, startedAt, endedAt, place },
    ...{ chair, confidentialityReadBy, ...approvedIn(d, meeting), exportedBy: nameOf(reader.id) },
  };
  const agenda = items.map(({ number, code, kind }) => ({ number, code, kind }));
  const recorded = [
    ...items.map(({ caseId: _, ...item }) => item),
    ...addenda.map(({ text, name, at }) => ({ addendum: text, by: name, at })),
  ];
  const parts = [
    { name: 'agenda', title: titles.agenda, holds: agenda },
    { name: 'attendance', title: titles.attendance, holds: seats },
    { name: 'minutes', title: titles.minutes, holds: recorded },
  ];
  return packed({ name: `arkiv-mote-${on}-${today}`, metadata, parts }, hash);
};
