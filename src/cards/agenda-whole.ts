import { type CaseId } from '../domain/ids';
import { goneLines, inRuns, whenOf } from './agenda-lines';
import { linesOf, sectionFor, type Shown } from './agenda-rows';
import { button } from './button';
import { type Drawing } from './drawing';
import { MOST_ROWS, pageOf } from './page';
import { facts, headed, offered, privately } from './parts';
import { type Card, fill } from './template';

const LIMITS = { runs: MOST_ROWS, perRun: MOST_ROWS, inAll: MOST_ROWS };

type Whole = Shown & {
  /** The last case of the page before; from the first when it is not there any more. */
  readonly after?: CaseId | undefined;
};

/** All of an agenda, ten cases at a time. What comes or goes meanwhile moves no page: it goes on after a case. */
export const wholeAgendaCard = (d: Drawing, whole: Whole): Card => {
  const { t, nonce } = d;
  const paging = { after: whole.after, keyOf: ({ caseId }: { readonly caseId: CaseId }) => caseId };
  const { rows, start, all, next } = pageOf(linesOf(d, whole), paging);
  return fill('agenda-preview', {
    ...headed(t, {
      eyebrow: privately(t, t.agenda.title),
      title: whenOf(d, whole.meeting),
      lead: all === 0 ? '' : t.agenda.range(start + 1, start + rows.length, all),
    }),
    ...facts([]),
    notes: [],
    empty: all === 0 ? [t.agenda.empty] : [],
    sections: inRuns(rows, LIMITS).map(run => sectionFor(d, run)),
    gone: next !== undefined ? [] : goneLines(d, whole.items ?? []),
    actions: offered([
      [
        next !== undefined,
        button(
          t.agenda.next,
          { verb: 'open-agenda', whole: 'yes', after: next ?? '', nonce },
          { primary: true },
        ),
      ],
      [true, button(t.agenda.title, { verb: 'open-agenda', nonce })],
    ]),
  });
};
