import { type AgendaItem, type Entry } from '../domain/agenda';
import { type Meeting } from '../domain/meeting';
import { type Instant } from '../domain/time';
import { type MeetingOperation } from '../policy/operations';
import { may } from '../policy/may';
import { foreseen, inSections, type Line, type LineSection, published, whenOf } from './agenda-lines';
import { button } from './button';
import { type Drawing } from './drawing';
import { endingButton } from './end-meeting';
import { facts, headed, note, offered, only, row } from './parts';
import { type Card, type Data, fill } from './template';
import { clockOf, dayOrToday, waited } from './wording';

/** A long agenda shows the first of each section, and "og N til", so that forty cases stay under 20 KB. */
const ALL_ROWS = 16;
const SOME_ROWS = 4;

type Preview = {
  readonly meeting: Meeting;
  readonly entries: readonly Entry[];
  /** When innspill are due; the agenda may still be published before it. */
  readonly deadline: Instant;
  /** What was published; entries that are on it are shown as these. */
  readonly items?: readonly AgendaItem[];
};
type PreviewLine = Line & { readonly right: string; readonly opens: boolean };

const entryLine = (d: Drawing, entry: Entry): PreviewLine => ({
  ...foreseen(entry),
  right: waited(d, entry.kase.submittedAt),
  opens: may(d.reader, { about: 'case', ask: 'open-case', kase: entry.kase }),
});

/** Not on the agenda yet: publishing, again if need be, adds them. Once the meeting runs they wait for the next. */
const stillOut = ({ meeting, entries }: Preview): readonly Entry[] =>
  meeting.state === 'planned' ? entries.filter(({ kase }) => !meeting.agenda.includes(kase.id)) : [];

const linesOf = (d: Drawing, preview: Preview): readonly PreviewLine[] => [
  ...published(preview.items ?? []).map(item => ({ ...item, right: '', opens: true })),
  ...stillOut(preview).map(entry => entryLine(d, entry)),
];

const rowFor = ({ t, nonce }: Drawing, { caseId, code, right, opens }: PreviewLine): Data =>
  opens
    ? {
        ...row({ title: code, right }, { verb: 'open-case', caseId, nonce }, t.common.caseOf(code)),
        pressable: true,
      }
    : { title: code, lines: [], right, pressable: false };

const sectionFor = (d: Drawing, { kind, lines }: LineSection<PreviewLine>, most: number): Data => ({
  title: d.t.agenda.sections[kind],
  rows: lines.slice(0, most).map(line => rowFor(d, line)),
  more: only(lines.length > most, () => d.t.agenda.more(lines.length - most)),
});

const leadOf = (d: Drawing, { meeting, deadline }: Preview, n: number): string => {
  const { t, calendar } = d;
  const cases = t.common.cases(n);
  if (meeting.state === 'running') return t.agenda.running(cases);
  if (meeting.state === 'ended') return t.agenda.ended(cases);
  const due = dayOrToday(d, calendar.dayOf(deadline));
  return t.agenda.inputDue(cases, due, t.time(clockOf(calendar, deadline)));
};

const factsOf = ({ t, today, calendar, nameOf }: Drawing, { meeting }: Preview): Data => {
  const { place, chair, publishedAt } = meeting;
  const status =
    publishedAt === undefined
      ? t.agenda.notPublished
      : t.agenda.published(t.day(calendar.dayOf(publishedAt), today));
  return facts([
    [t.agenda.place, place],
    [t.agenda.chair, nameOf(chair)],
    [t.agenda.status, status],
  ]);
};

const tooEarly = (d: Drawing, { deadline }: Preview): Data => {
  const { t, today, calendar } = d;
  const due = calendar.dayOf(deadline);
  return note({
    style: 'accent',
    title: t.agenda.early,
    text: t.agenda.earlyHint(t.day(due, today), t.time(clockOf(calendar, deadline))),
  });
};

const actionsOf = (d: Drawing, preview: Preview): readonly Card[] => {
  const { meeting } = preview;
  const { t, nonce, reader } = d;
  const meetingId = meeting.id;
  const mayDo = (ask: MeetingOperation): boolean => may(reader, { about: 'meeting', ask, meeting });
  const isPublished = meeting.publishedAt !== undefined;
  const isRunning = meeting.state === 'running';
  const begin = isRunning ? t.agenda.changeAttendance : t.agenda.startAttendance;
  return offered([
    [
      mayDo('publish-agenda') && (!isPublished || stillOut(preview).length > 0),
      button(t.agenda.publish, { verb: 'publish-agenda', meetingId, nonce }, { primary: !isPublished }),
    ],
    [
      mayDo('start-meeting') && isPublished,
      button(begin, { verb: 'start-attendance', meetingId, nonce }, { primary: !isRunning }),
    ],
    [mayDo('end-meeting'), endingButton(d, meetingId)],
    [
      may(reader, { about: 'role', ask: 'open-inbox' }),
      button(t.agenda.inbox, { verb: 'open-inbox', nonce }, { leavesInputs: true }),
    ],
  ]);
};

/** What the next meeting would hold, or holds, for the one who wrote `saksliste` (domain.md §7's order). */
export const agendaPreviewCard = (d: Drawing, preview: Preview): Card => {
  const { t, today, calendar, reader } = d;
  const { meeting, deadline } = preview;
  const lines = linesOf(d, preview);
  const most = lines.length > ALL_ROWS ? SOME_ROWS : ALL_ROWS;
  const mayPublish =
    meeting.publishedAt === undefined && may(reader, { about: 'meeting', ask: 'publish-agenda', meeting });
  return fill('agenda-preview', {
    ...headed(t, {
      eyebrow: t.agenda.title,
      title: whenOf(d, meeting),
      lead: leadOf(d, preview, lines.length),
    }),
    ...factsOf(d, preview),
    notes: only(mayPublish && today < calendar.dayOf(deadline), () => tooEarly(d, preview)),
    empty: only(lines.length === 0, () => t.agenda.empty),
    sections: inSections(lines).map(section => sectionFor(d, section, most)),
    actions: actionsOf(d, preview),
  });
};
