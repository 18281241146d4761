import { type AgendaItem } from '../domain/agenda';
import { type Meeting } from '../domain/meeting';
import { isApproved } from '../domain/minutes-steps';
import { goneLines, inRuns, minutesTaken, numbered, published, type Run, whenOf } from './agenda-lines';
import { cancelledCard, placeOf } from './meeting-changed';
import { facts, headed } from './parts';
import { type SharedDrawing } from './shared-drawing';
import { type Card, type Data, fill } from './template';
import { upInChannel } from './up-now';

/** So that forty cases stay readable on a phone; every one has its own card below. */
const LIMITS = { runs: 12, perRun: 8, inAll: 48 };

type Agenda = {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  /** Recorded since the group last met, where they are counted. */
  readonly newGaps?: number;
};

const codeLine = ({ t }: SharedDrawing, item: AgendaItem): string =>
  item.late === true ? `${numbered(item)} · ${t.agenda.late}` : numbered(item);

const codesIn = (d: SharedDrawing, { lines, more }: Run<AgendaItem>): readonly string[] => [
  ...lines.map(item => codeLine(d, item)),
  ...(more > 0 ? [d.t.agenda.more(more)] : []),
];

const leadOf = ({ t }: SharedDrawing, { meeting }: Agenda, n: number): string => {
  const cases = t.common.cases(n);
  if (isApproved(meeting)) return `${t.agenda.ended(cases)} ${t.minutes.approved}.`;
  if (meeting.state === 'running') return t.agenda.running(cases);
  return meeting.state === 'ended' ? t.agenda.ended(cases) : `${cases}.`;
};

const sectionFor = (d: SharedDrawing, run: Run<AgendaItem>): Data => ({
  title: d.t.agenda.sections[run.kind],
  count: d.t.common.cases(run.count),
  codes: codesIn(d, run),
});

const gapsSection = ({ t }: SharedDrawing, { newGaps = 0 }: Agenda): readonly Data[] =>
  newGaps === 0 ? [] : [{ title: t.agenda.gaps, count: t.agenda.newGaps(newGaps), codes: [] }];

/** The agenda in the channel: process facts only, for a meeting room has a projector (domain.md §7). */
export const agendaCard = (d: SharedDrawing, agenda: Agenda): Card => {
  const { t, nameOf } = d;
  const { meeting } = agenda;
  const items = published(agenda.items);
  if (meeting.state === 'cancelled') return cancelledCard(d, meeting);
  return fill('agenda', {
    ...headed(t, {
      eyebrow: t.agenda.title,
      title: whenOf(d, meeting),
      lead: leadOf(d, agenda, items.length),
    }),
    ...facts([
      [t.agenda.place, placeOf(d, meeting)],
      [t.agenda.chair, nameOf(meeting.chair)],
      [t.agenda.time, minutesTaken(d, meeting, items)],
    ]),
    confidentiality: t.agenda.confidentiality,
    sections: [...inRuns(items, LIMITS).map(run => sectionFor(d, run)), ...gapsSection(d, agenda)],
    gone: goneLines(d, agenda.items),
    ...upInChannel(d, { meeting, items }),
  });
};
