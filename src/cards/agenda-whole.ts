import { type CaseId } from '../domain/ids';
import { goneLines, inRuns, whenOf } from './agenda-lines';
import { linesOf, sectionFor, type Shown } from './agenda-rows';
import { button } from './button';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately } from './parts';
import { type Card, fill } from './template';

/** Ten rows to a list (design.md §3). */
const PAGE = 10;
const LIMITS = { runs: PAGE, perRun: PAGE, inAll: PAGE };

type Whole = Shown & {
  /** The last case of the page before; from the first when it is not there any more. */
  readonly after?: CaseId | undefined;
};

/** All of an agenda, ten cases at a time. What comes or goes meanwhile moves no page: it goes on after a case. */
export const wholeAgendaCard = (d: Drawing, whole: Whole): Card => {
  const { t, nonce } = d;
  const lines = linesOf(d, whole);
  const start = lines.findIndex(({ caseId }) => caseId === whole.after) + 1;
  const page = lines.slice(start, start + PAGE);
  const last = page.at(-1);
  const isMore = start + PAGE < lines.length;
  const next = last === undefined ? {} : { after: last.caseId };
  return fill('agenda-preview', {
    ...headed(t, {
      eyebrow: privately(t, t.agenda.title),
      title: whenOf(d, whole.meeting),
      lead: page.length === 0 ? '' : t.agenda.range(start + 1, start + page.length, lines.length),
    }),
    ...facts([]),
    notes: [],
    empty: lines.length === 0 ? [t.agenda.empty] : [],
    sections: inRuns(page, LIMITS).map(run => sectionFor(d, run)),
    gone: isMore ? [] : goneLines(d, whole.items ?? []),
    actions: offered([
      [
        isMore,
        button(t.agenda.next, { verb: 'open-agenda', whole: 'yes', ...next, nonce }, { primary: true }),
      ],
      [true, button(t.agenda.title, { verb: 'open-agenda', nonce })],
    ]),
  });
};
