import { type GapCategory, GAPS } from '../domain/action-choices';
import { type GapId } from '../domain/ids';
import { may } from '../policy/may';
import { type SeenGap } from '../policy/visible-gaps';
import { button } from './button';
import { type Drawing } from './drawing';
import { facts, headed, offered, row } from './parts';
import { pageOf } from './page';
import { type FactRow } from './read-referral';
import { type Card, type Data, fill } from './template';
import { shown, typed } from './text';
import { agencyName } from './wording';

type Register = {
  readonly gaps: readonly SeenGap[];
  /** The last one of the rows before these; the first ten when it is left out. */
  readonly after?: GapId;
};

/** So that ten rows of long texts stay under 20 KB: the whole text is one press away. */
const LONGEST = 80;

const clipped = (text: string): string =>
  text.length <= LONGEST ? text : `${Array.from(text).slice(0, LONGEST).join('').trimEnd()} …`;

const reportsIn = (gaps: readonly SeenGap[], category: GapCategory): number =>
  gaps.filter(gap => gap.category === category).reduce((sum, { reports }) => sum + reports, 0);

/** The categories that most is reported of, first; within one, what was reported most often, then the newest. */
const ordered = (gaps: readonly SeenGap[]): readonly SeenGap[] => {
  const weight = (gap: SeenGap): number => reportsIn(gaps, gap.category);
  return gaps.toSorted(
    (one, other) =>
      weight(other) - weight(one) ||
      GAPS.indexOf(one.category) - GAPS.indexOf(other.category) ||
      other.reports - one.reports,
  );
};

const countsOf = ({ t }: Drawing, gaps: readonly SeenGap[]): readonly string[] => {
  const counts = GAPS.map(category => [category, reportsIn(gaps, category)] as const).filter(
    ([, n]) => n > 0,
  );
  const most = counts.toSorted(([, one], [, other]) => other - one);
  return most.length === 0
    ? []
    : [most.map(([category, n]) => t.gap.ofCategory(t.action.gaps[category], n)).join(' · ')];
};

const partnersOf = ({ t }: Drawing, { partners }: SeenGap): string =>
  t.list(partners.map(partner => t.common.partners[partner]));

const gapRow = (d: Drawing, gap: SeenGap): Data => {
  const { t, nonce } = d;
  const about = `${t.action.gaps[gap.category]} · ${partnersOf(d, gap)}`;
  const lines =
    gap.more?.state === 'cleared' || gap.more === undefined ? [about] : [about, t.gap.states[gap.more.state]];
  const right = t.gap.reported(gap.reports);
  const text = clipped(gap.text);
  return row(
    { title: shown(text), lines, right, name: [typed(text), ...lines, right].join(' ') },
    { verb: 'open-gap', gapId: gap.id, nonce },
    t.gap.openOne,
  );
};

const titleOf = ({ t }: Drawing, gaps: readonly SeenGap[]): string => {
  const all = t.gap.count(gaps.length);
  const fresh = gaps.filter(({ more }) => more?.state === 'new').length;
  if (gaps.length === 0) return t.gap.none;
  return fresh === 0 ? all : t.gap.countAndNew(all, t.gap.open(fresh));
};

const reporting = ({ t, reader, nonce }: Drawing): readonly Card[] =>
  offered([
    [
      may(reader, { about: 'role', ask: 'record-own-gap' }),
      button(t.gap.report, { verb: 'start-gap', nonce }, { primary: true }),
    ],
  ]);

/** The register (ux 15a): by category, and how often each was reported. */
export const gapsCard = (d: Drawing, { gaps, after }: Register): Card => {
  const { t, nonce } = d;
  const { rows, next } = pageOf(ordered(gaps), { after, keyOf: ({ id }) => id });
  return fill('gaps', {
    ...headed(t, { eyebrow: t.gap.eyebrow, title: titleOf(d, gaps), lead: t.gap.lead }),
    counts: countsOf(d, gaps),
    rows: rows.map(gap => gapRow(d, gap)),
    actions: [
      ...reporting(d),
      ...(next === undefined ? [] : [button(t.gap.more, { verb: 'open-gaps', after: next, nonce })]),
    ],
  });
};

const moreFacts = (d: Drawing, { more }: SeenGap): readonly FactRow[] =>
  more === undefined
    ? []
    : [
        [
          d.t.gap.firstFrom,
          `${agencyName(d.programme, more.agency)}, ${d.t.day(d.calendar.dayOf(more.recordedAt), d.today)}`,
        ],
      ];

/** One gap, whole. */
export const gapCard = (d: Drawing, gap: SeenGap): Card => {
  const { t, reader, nonce } = d;
  const mayReport = may(reader, { about: 'role', ask: 'record-own-gap' });
  return fill('gap', {
    ...headed(t, {
      eyebrow: t.gap.eyebrow,
      title: t.action.gaps[gap.category],
      lead: gap.more === undefined ? '' : t.gap.states[gap.more.state],
    }),
    text: shown(gap.text),
    ...facts([
      [t.gap.concerns, partnersOf(d, gap)],
      [t.gap.reports, t.gap.times(gap.reports)],
      ...moreFacts(d, gap),
    ]),
    actions: offered([
      [true, button(t.gap.eyebrow, { verb: 'open-gaps', nonce }, { primary: true })],
      [mayReport, button(t.gap.again, { verb: 'report-gap-again', gapId: gap.id, nonce })],
    ]),
  });
};
