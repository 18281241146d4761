import { type AgendaItem } from '../domain/agenda';
import { type Meeting } from '../domain/meeting';
import { inSections, type LineSection, published, whenOf } from './agenda-lines';
import { facts, headed } from './parts';
import { type SharedDrawing } from './shared-drawing';
import { type Card, type Data, fill } from './template';

/** So that forty cases stay readable on a phone; every one has its own card below. */
const MOST_CODES = 8;

type Agenda = { readonly meeting: Meeting; readonly items: readonly AgendaItem[] };

/** A line to a code: it is read aloud and copied. */
const codesIn = ({ t }: SharedDrawing, { lines }: LineSection<AgendaItem>): readonly string[] => [
  ...lines.slice(0, MOST_CODES).map(({ code }) => code),
  ...(lines.length > MOST_CODES ? [t.agenda.more(lines.length - MOST_CODES)] : []),
];

const leadOf = ({ t }: SharedDrawing, { meeting }: Agenda, n: number): string => {
  const cases = t.common.cases(n);
  if (meeting.state === 'running') return t.agenda.running(cases);
  return meeting.state === 'ended' ? t.agenda.ended(cases) : `${cases}.`;
};

const sectionFor = (d: SharedDrawing, section: LineSection<AgendaItem>): Data => ({
  title: d.t.agenda.sections[section.kind],
  count: d.t.common.cases(section.lines.length),
  codes: codesIn(d, section),
});

/** The agenda in the channel: process facts only, for a meeting room has a projector (domain.md §7). */
export const agendaCard = (d: SharedDrawing, agenda: Agenda): Card => {
  const { t, nameOf } = d;
  const { meeting } = agenda;
  const items = published(agenda.items);
  return fill('agenda', {
    ...headed(t, {
      eyebrow: t.agenda.title,
      title: whenOf(d, meeting),
      lead: leadOf(d, agenda, items.length),
    }),
    ...facts([
      [t.agenda.place, meeting.place],
      [t.agenda.chair, nameOf(meeting.chair)],
    ]),
    confidentiality: t.agenda.confidentiality,
    sections: inSections(items).map(section => sectionFor(d, section)),
  });
};
