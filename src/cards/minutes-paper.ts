import { type Meeting } from '../domain/meeting';
import { type MinutedItem } from '../domain/minutes';
import {
  type Addendum,
  isApproved,
  isGone,
  type ShownItem,
  type ShownMinutes,
} from '../domain/minutes-steps';
import { outcomeInWords, reasonInWords } from './minutes-words';
import { type Paper, type PaperPart } from './paper';
import { type Setting } from './shared-drawing';
import { typed } from './text';
import { clockOf } from './wording';

type Text = {
  readonly meeting: Meeting;
  readonly minutes: ShownMinutes;
  readonly addenda: readonly Addendum[];
};
type Fact = readonly [title: string, value: string];
/** The file is a record: everybody gets it in the same words, on whatever day it is fetched. */
type PaperSetting = Pick<Setting, 't' | 'calendar'>;

const facts = (rows: readonly Fact[]): PaperPart => ({ kind: 'facts', rows });
const heading = (text: string, level: 1 | 2 = 1): PaperPart => ({ kind: 'heading', level, text });
const line = (title: string, values: readonly string[], { t }: PaperSetting): readonly Fact[] =>
  values.length === 0 ? [] : [[title, t.list(values)]];

const onDay = ({ t, calendar }: PaperSetting, at: Addendum['at']): string =>
  `${t.date(calendar.dayOf(at))} ${t.time(clockOf(calendar, at))}`;

const aboutMeeting = (d: PaperSetting, { minutes }: Text): readonly PaperPart[] => {
  const { t, calendar } = d;
  const { on, startedAt, endedAt, place, chair, confidentialityReadBy } = minutes;
  const from = t.time(clockOf(calendar, startedAt));
  const when =
    endedAt === undefined
      ? t.minutes.began(t.date(on), from)
      : t.minutes.held(t.date(on), from, t.time(clockOf(calendar, endedAt)));
  return [
    heading(t.minutes.file.meeting),
    facts([
      [t.minutes.file.time, when],
      [t.minutes.file.place, place],
      [t.minutes.file.chair, chair],
      [t.minutes.file.confidentiality, t.minutes.file.readBy(confidentialityReadBy)],
    ]),
  ];
};

const attendance = ({ t }: PaperSetting, { minutes: { seats } }: Text): readonly PaperPart[] => [
  heading(t.minutes.attendance),
  {
    kind: 'table',
    columns: [t.minutes.file.seat, t.minutes.file.presence],
    rows: seats.map(({ name, presence }) => [name, t.minutes.file.presences[presence]]),
  },
];

const decisionFacts = ({ t }: PaperSetting, item: MinutedItem): readonly Fact[] => {
  const { decision } = item;
  const { file } = t.minutes;
  if (decision === undefined) return [[file.decision, outcomeInWords(t, item)]];
  const reason = reasonInWords(t, decision.outcome);
  return [
    [file.question, file.questions[decision.question]],
    [file.decision, outcomeInWords(t, item)],
    ...(reason === undefined ? [] : [[file.reason, reason] as const]),
    ...(decision.dissent === undefined ? [] : [[file.dissent, decision.dissent] as const]),
  ];
};

const taskFacts = ({ t }: PaperSetting, { tasks }: MinutedItem): readonly Fact[] =>
  tasks.map(({ title, agency, due }) => [
    t.minutes.file.task,
    t.minutes.file.taskOf(t.action.titles[title], agency, t.date(due)),
  ]);

const itemParts = (d: PaperSetting, item: ShownItem): readonly PaperPart[] => {
  const { t } = d;
  const { file } = t.minutes;
  const head = heading(file.item(item.number, item.code), 2);
  if (isGone(item)) return [head, { kind: 'text', text: `${t.minutes.gone}.` }];
  const rows: readonly Fact[] = [
    [file.kind, t.agenda.item.kinds[item.kind]],
    ...decisionFacts(d, item),
    ...line(file.answered, item.answered, d),
    ...line(file.disqualified, item.disqualified, d),
    ...taskFacts(d, item),
  ];
  return [
    head,
    ...(item.late === true ? [{ kind: 'text', text: t.minutes.late } as const] : []),
    facts(rows),
  ];
};

const items = (d: PaperSetting, { minutes }: Text): readonly PaperPart[] => {
  const { t } = d;
  const rows = minutes.items.flatMap(item => itemParts(d, item));
  const notes = [t.decision.notVedtak, t.minutes.file.elsewhere];
  return [
    heading(t.minutes.cases),
    ...(rows.length === 0 ? [{ kind: 'text', text: t.minutes.noCases } as const] : rows),
    ...notes.map(text => ({ kind: 'text', text }) as const),
  ];
};

const addendaParts = (d: PaperSetting, { addenda }: Text): readonly PaperPart[] => {
  const { file } = d.t.minutes;
  if (addenda.length === 0) return [];
  const rows = addenda.map(({ text, name, at }) => [onDay(d, at), name, typed(text)]);
  return [heading(d.t.minutes.addenda), { kind: 'table', columns: [file.on, file.by, file.text], rows }];
};

/** Who approved is who led it: nobody else may. */
const approval = (d: PaperSetting, { meeting, minutes }: Text): readonly PaperPart[] =>
  isApproved(meeting)
    ? [
        heading(d.t.minutes.file.approval),
        {
          kind: 'text',
          text: d.t.minutes.file.approvedBy(minutes.chair, onDay(d, meeting.approved.at)),
        },
      ]
    : [];

/** The minutes as they are kept on paper: neutral in name and title, process only, without what lies sealed. */
export const minutesPaper = (d: PaperSetting, text: Text): Paper => {
  const { meeting, minutes } = text;
  const { file } = d.t.minutes;
  return {
    name: `referat-ressursgruppen-${minutes.on}`,
    language: 'nb-NO',
    title: file.title(d.t.date(minutes.on)),
    marks: [...(isApproved(meeting) ? [] : [file.draft]), ...(minutes.partial ? [file.partial] : [])],
    at: isApproved(meeting) ? meeting.approved.at : minutes.startedAt,
    parts: [aboutMeeting, attendance, items, addendaParts, approval].flatMap(part => part(d, text)),
  };
};
