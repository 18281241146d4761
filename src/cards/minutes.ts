import { type Addendum, isApproved, isGone, type ShownMinutes } from '../domain/minutes-steps';
import { type HeldMeeting } from '../domain/meeting';
import { type MeetingOperation } from '../policy/operations';
import { may } from '../policy/may';
import { button } from './button';
import { chairButton } from './chair-form';
import { type Drawing } from './drawing';
import { addendaFolds, attendanceFold, casesFold, PAGE } from './minutes-folds';
import { facts, headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { plainName } from './text';

type Opened = {
  readonly meeting: HeldMeeting;
  readonly minutes: ShownMinutes;
  readonly addenda: readonly Addendum[];
  /** The mark of the text that is shown, for whoever approves it. */
  readonly seen: string;
  /** The first case of the page, counted from none. */
  readonly from?: number;
  /** Something was recorded since the reader last looked. */
  readonly changed?: boolean;
};

const mayDo =
  ({ reader }: Drawing, { meeting }: Opened) =>
  (ask: MeetingOperation): boolean =>
    may(reader, { about: 'meeting', ask, meeting });
const mayApprove = (d: Drawing, opened: Opened): boolean =>
  !isApproved(opened.meeting) && mayDo(d, opened)('approve-minutes');

const headOf = (d: Drawing, opened: Opened): Data => {
  const { t, today, calendar } = d;
  const { meeting, minutes } = opened;
  const day = t.day(meeting.on, today);
  const eyebrow = privately(t, t.minutes.eyebrow);
  if (isApproved(meeting)) {
    const on = t.day(calendar.dayOf(meeting.approved.at), today);
    const lead = t.minutes.approvedLead(day, plainName(minutes.chair), on);
    return headed(t, { eyebrow, title: t.minutes.approved, lead });
  }
  const title = mayApprove(d, opened) ? t.minutes.toApprove : t.minutes.preview;
  return headed(t, { eyebrow, title, lead: t.minutes.lead(day) });
};

const decided = ({ items }: ShownMinutes): number =>
  items.filter(item => !isGone(item) && item.decision !== undefined).length;
const tasksIn = ({ items }: ShownMinutes): number =>
  items.reduce((sum, item) => sum + (isGone(item) ? 0 : item.tasks.length), 0);

const factsOf = ({ t }: Drawing, { minutes }: Opened): Data => {
  const there = minutes.seats.filter(({ presence }) => presence !== 'absent').length;
  return facts([
    [t.minutes.present, t.meeting.seatsPresent(there, minutes.seats.length)],
    [t.minutes.decisions, t.number(decided(minutes))],
    [t.minutes.newTasks, t.number(tasksIn(minutes))],
  ]);
};

const notesOf = (d: Drawing, opened: Opened): readonly Data[] => {
  const { t } = d;
  const { minutes, changed } = opened;
  return [
    ...only(changed === true, () => note({ style: 'warning', text: t.minutes.changed })),
    ...only(minutes.partial, () => note({ style: 'accent', text: t.minutes.partial })),
    ...only(mayApprove(d, opened), () => note({ style: 'accent', text: t.minutes.lock })),
  ];
};

/** Forwards through a long meeting, and from its end to its beginning. */
const paging = ({ t, nonce }: Drawing, { meeting, minutes, from = 0 }: Opened): readonly Card[] => {
  const isLast = from + PAGE >= minutes.items.length;
  const next = isLast ? 0 : from + PAGE;
  const turn = button(
    isLast ? t.minutes.first : t.minutes.next,
    { verb: 'open-minutes', meetingId: meeting.id, from: next, nonce },
    { leavesInputs: true },
  );
  return only(minutes.items.length > PAGE, () => turn);
};

/** What is done with minutes that are locked; adding to them goes behind "…" where there are pages to turn. */
const onceLocked = (d: Drawing, opened: Opened, isPaged: boolean): readonly Card[] => {
  const { t, nonce } = d;
  const { meeting } = opened;
  const meetingId = meeting.id;
  const asks = mayDo(d, opened);
  const look = { leavesInputs: true, rare: isPaged };
  return offered([
    [asks('add-addendum'), button(t.minutes.add, { verb: 'start-addendum', meetingId, nonce }, look)],
    [
      asks('export-meeting'),
      button(t.archive.meeting.title, { verb: 'start-meeting-archive', meetingId, nonce }),
    ],
  ]);
};

const actionsOf = (d: Drawing, opened: Opened): readonly Card[] => {
  const { t, nonce } = d;
  const { meeting, seen } = opened;
  const meetingId = meeting.id;
  const isLocked = isApproved(meeting);
  const turning = paging(d, opened);
  const file = button(t.minutes.getFile, { verb: 'export-minutes', meetingId, nonce }, { primary: isLocked });
  return [
    ...offered([
      [
        mayApprove(d, opened),
        button(t.minutes.approve, { verb: 'approve-minutes', meetingId, seen, nonce }, { primary: true }),
      ],
    ]),
    ...(isLocked ? [file, ...turning] : [...turning, file]),
    ...chairButton(d, meeting),
    ...(isLocked ? onceLocked(d, opened, turning.length > 0) : []),
    button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true }),
  ];
};

/** What the meeting came to: to be read, to be approved by who led it, and locked then (ux 18a, 18b). */
export const minutesCard = (d: Drawing, opened: Opened): Card =>
  fill('minutes', {
    ...headOf(d, opened),
    ...factsOf(d, opened),
    folds: [attendanceFold(d, opened), casesFold(d, opened), ...addendaFolds(d, opened)],
    notes: notesOf(d, opened),
    actions: actionsOf(d, opened),
  });
