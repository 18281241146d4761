import { type Instant } from '../domain/time';
import { type MeetingOperation } from '../policy/operations';
import { may } from '../policy/may';
import { minutesIn } from '../domain/allotment';
import { goneLines, inRuns, minutesTaken, published, whenOf } from './agenda-lines';
import { linesOf, sectionFor, type Shown, type ShownLine, stillOut } from './agenda-rows';
import { button } from './button';
import { declarationButton, declarationDue } from './declaration';
import { type Drawing } from './drawing';
import { endingButton } from './end-meeting';
import { meetingActions, placeOf } from './meeting-changed';
import { facts, headed, note, offered, only } from './parts';
import { nowNote, takingUp } from './take-up';
import { type Card, type Data, fill } from './template';
import { clockOf, dayOrToday } from './wording';

/** A long agenda shows the first of each section, and "og N til", so that forty cases stay under 20 KB. */
const ALL_ROWS = 12;
const SOME_ROWS = 4;

type Preview = Shown & {
  /** When innspill are due; the agenda may still be published before it. */
  readonly deadline: Instant;
  /** Recorded since the group last met, where they are counted. */
  readonly newGaps?: number;
};

const leadOf = (d: Drawing, { meeting, deadline }: Preview, n: number): string => {
  const { t, calendar } = d;
  const cases = t.common.cases(n);
  if (meeting.state === 'running') return t.agenda.running(cases);
  if (meeting.state === 'ended') return t.agenda.ended(cases);
  const due = dayOrToday(d, calendar.dayOf(deadline));
  return t.agenda.inputDue(cases, due, t.time(clockOf(calendar, deadline)));
};

/** "Saksliste · Ikke publisert" */
const eyebrowOf = ({ t, today, calendar }: Drawing, { meeting: { publishedAt } }: Shown): string => {
  const status =
    publishedAt === undefined
      ? t.agenda.notPublished
      : t.agenda.published(t.day(calendar.dayOf(publishedAt), today));
  return `${t.agenda.title} · ${status}`;
};

const factsOf = (d: Drawing, { meeting }: Shown, lines: readonly ShownLine[]): Data => {
  const { t, nameOf } = d;
  return facts([
    [t.agenda.place, placeOf(d, meeting)],
    [t.agenda.chair, nameOf(meeting.chair)],
    [t.agenda.time, minutesTaken(d, meeting, lines)],
  ]);
};

const overTime = ({ t }: Drawing, { meeting }: Shown, lines: readonly ShownLine[]): readonly Data[] => {
  const minutes = minutesIn(meeting, lines);
  return only(minutes > meeting.lengthMinutes, () =>
    note({
      style: 'warning',
      title: t.agenda.over,
      text: t.agenda.overHint(minutes, meeting.lengthMinutes),
    }),
  );
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

const mayAsk =
  ({ reader }: Drawing, { meeting }: Shown) =>
  (ask: MeetingOperation): boolean =>
    may(reader, { about: 'meeting', ask, meeting });

/** What is pressed to have the agenda out, and the meeting begun or ended. */
const mainActions = (d: Drawing, preview: Preview): readonly Card[] => {
  const { meeting } = preview;
  const { t, nonce, today } = d;
  const meetingId = meeting.id;
  const mayDo = mayAsk(d, preview);
  const isPublished = meeting.publishedAt !== undefined;
  const isRunning = meeting.state === 'running';
  const isDue = isRunning || meeting.on <= today;
  const begin = isRunning ? t.agenda.changeAttendance : t.agenda.startAttendance;
  return offered([
    [
      mayDo('start-meeting') && isPublished && isDue,
      button(begin, { verb: 'start-attendance', meetingId, nonce }, { primary: !isRunning, rare: isRunning }),
    ],
    [
      mayDo('publish-agenda') && (!isPublished || stillOut(preview).length > 0),
      button(t.agenda.publish, { verb: 'publish-agenda', meetingId, nonce }, { primary: !isPublished }),
    ],
    [mayDo('end-meeting'), endingButton(d, meetingId)],
  ]);
};

/** The ways on from it; what is rarely done, behind "…". */
const otherActions = (d: Drawing, { meeting }: Preview, isLong: boolean): readonly Card[] => {
  const { t, nonce, reader } = d;
  const rare = meeting.state === 'running' || isLong;
  return offered([
    [isLong, button(t.agenda.whole, { verb: 'open-agenda', whole: 'yes', nonce }, { leavesInputs: true })],
    [
      may(reader, { about: 'role', ask: 'open-inbox' }),
      button(t.agenda.inbox, { verb: 'open-inbox', nonce }, { leavesInputs: true, rare }),
    ],
    [
      may(reader, { about: 'meeting', ask: 'order-agenda', meeting }),
      button(
        t.agenda.order.title,
        { verb: 'start-order-agenda', meetingId: meeting.id, nonce },
        { rare: true },
      ),
    ],
    ...meetingActions(d, meeting).map(action => [true, action] as const),
  ]);
};

const gapsSection = ({ t }: Drawing, { newGaps = 0 }: Preview): readonly Data[] =>
  newGaps === 0 ? [] : [{ title: t.agenda.gaps, rows: [], more: [t.agenda.newGaps(newGaps)] }];

const runningIn = ({ meeting, items = [] }: Preview) => ({ meeting, items: published(items) });

const notesOf = (d: Drawing, preview: Preview, lines: readonly ShownLine[]): readonly Data[] => {
  const { publishedAt } = preview.meeting;
  const isEarly = publishedAt === undefined && d.today < d.calendar.dayOf(preview.deadline);
  return [
    ...nowNote(d, runningIn(preview)),
    ...only(isEarly && mayAsk(d, preview)('publish-agenda'), () => tooEarly(d, preview)),
    ...overTime(d, preview, lines),
    ...declarationDue(d),
  ];
};

/** What the next meeting would hold, or holds, for the one who wrote `saksliste` (domain.md §7's order). */
export const agendaPreviewCard = (d: Drawing, preview: Preview): Card => {
  const lines = linesOf(d, preview);
  const isLong = lines.length > ALL_ROWS;
  const limits = { runs: ALL_ROWS, perRun: isLong ? SOME_ROWS : ALL_ROWS, inAll: ALL_ROWS };
  return fill('agenda-preview', {
    ...headed(d.t, {
      eyebrow: eyebrowOf(d, preview),
      title: whenOf(d, preview.meeting),
      lead: leadOf(d, preview, lines.length),
    }),
    ...factsOf(d, preview, lines),
    notes: notesOf(d, preview, lines),
    empty: only(lines.length === 0 && preview.meeting.state === 'planned', () => d.t.agenda.empty),
    sections: [...inRuns(lines, limits).map(run => sectionFor(d, run)), ...gapsSection(d, preview)],
    gone: goneLines(d, preview.items ?? []),
    actions: [
      ...takingUp(d, runningIn(preview)),
      ...mainActions(d, preview),
      ...otherActions(d, preview, isLong),
      ...declarationButton(d),
    ],
  });
};
