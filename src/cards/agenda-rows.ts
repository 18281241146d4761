import { type AgendaItem, type Entry } from '../domain/agenda';
import { minutesFor } from '../domain/allotment';
import { type Meeting } from '../domain/meeting';
import { may } from '../policy/may';
import { foreseen, type Line, numbered, published, type Run } from './agenda-lines';
import { type Drawing } from './drawing';
import { only, row } from './parts';
import { type Data } from './template';
import { waited } from './wording';

export type Shown = {
  readonly meeting: Meeting;
  readonly entries: readonly Entry[];
  /** What was published; entries that are on it are shown as these. */
  readonly items?: readonly AgendaItem[];
};
export type ShownLine = Line & {
  readonly lines: readonly string[];
  readonly right: string;
  readonly opens: boolean;
};

/** Not on the agenda yet, or off it again: publishing adds them. Once the meeting runs they wait for the next. */
export const stillOut = ({ meeting, entries, items = [] }: Shown): readonly Entry[] =>
  meeting.state === 'planned'
    ? entries.filter(
        ({ kase: { id } }) =>
          !meeting.agenda.includes(id) || items.some(({ caseId, closed }) => caseId === id && closed),
      )
    : [];

const under = ({ t }: Drawing, meeting: Meeting, line: Line): readonly string[] => {
  const minutes = t.agenda.short(minutesFor(meeting, line));
  return [line.late === true ? `${minutes} · ${t.agenda.late}` : minutes];
};

const entryLine = (d: Drawing, { meeting }: Shown, entry: Entry): ShownLine => ({
  ...foreseen(entry),
  lines: under(d, meeting, foreseen(entry)),
  right: waited(d, entry.kase.submittedAt),
  opens: may(d.reader, { about: 'case', ask: 'open-case', kase: entry.kase }),
});

/** What is published, in its order, and after it what would come with the next publishing; numbered as it is or will be. */
export const linesOf = (d: Drawing, shown: Shown): readonly ShownLine[] => {
  const { meeting, items = [] } = shown;
  const isForeseen = meeting.publishedAt === undefined;
  return [
    ...published(items).map(item => ({ ...item, lines: under(d, meeting, item), right: '', opens: true })),
    ...stillOut(shown).map((entry, place) => ({
      ...entryLine(d, shown, entry),
      ...(isForeseen ? { number: place + 1 } : {}),
    })),
  ];
};

const rowFor = ({ t, nonce }: Drawing, line: ShownLine): Data => {
  const { caseId, code, lines, right, opens } = line;
  const look = { title: numbered(line), lines, right };
  return opens
    ? { ...row(look, { verb: 'open-case', caseId, nonce }, t.common.caseOf(code)), pressable: true }
    : { ...look, pressable: false };
};

export const sectionFor = (d: Drawing, { kind, lines, more }: Run<ShownLine>): Data => ({
  title: d.t.agenda.sections[kind],
  rows: lines.map(line => rowFor(d, line)),
  more: only(more > 0, () => d.t.agenda.more(more)),
});
