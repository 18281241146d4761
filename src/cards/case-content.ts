import { type Case, isEnded, isParticipant } from '../domain/case';
import { type Content, type ReferralPart, type Revealed } from '../domain/content';
import { type Group, GROUPS, type Holding } from '../domain/groups';
import { type AgencyId } from '../domain/ids';
import { type CandidateIdentity, QUESTIONS } from '../domain/referral';
import { CRITERIA } from '../domain/summary';
import { askedFact, kindsFact } from './case-facts';
import { type Line, section } from './case-section';
import { type CaseSubject, summaryIn } from './case-subject';
import { type Drawing } from './drawing';
import { addedFacts, answerFact, type FactRow } from './read-referral';
import { type Data } from './template';
import { shown } from './text';
import { agencyName } from './wording';

/** The de-identified summary; what stands in the facts above is not said again. */
export const summarySection = (
  d: Drawing,
  { kase, seen }: CaseSubject,
  above: readonly FactRow[],
): readonly Data[] => {
  const { t } = d;
  const summary = summaryIn(seen);
  if (summary === undefined) return [];
  const count = (met: 'yes' | 'unsure'): number =>
    CRITERIA.filter(criterion => summary.criteria[criterion] === met).length;
  const said = above.map(([title]) => title);
  const rest = [...askedFact(d, summary), ...kindsFact(d, summary)].filter(
    ([title]) => !said.includes(title),
  );
  const criteria = CRITERIA.map(
    criterion => [t.kase.criteria[criterion], t.kase.met[summary.criteria[criterion]]] as const,
  );
  return [
    section(
      d,
      {
        id: 'criteria',
        title: t.kase.summary,
        hint: t.kase.summaryHint(count('yes'), count('unsure')),
        open: kase.state === 'submitted' || kase.state === 'ready-for-review',
      },
      { rows: [...rest, ...criteria], notes: [t.kase.deIdentified] },
    ),
  ];
};

/** A number is never shown in full (domain.md §4): the date in it is what one checks a name against. */
const masked = (number: string): string => `${number.slice(0, 6)} •••••`;

export const identityFacts = (
  { t }: Drawing,
  { name, number, birthYear }: CandidateIdentity,
): readonly FactRow[] => [
  ...(name === undefined ? [] : [[t.kase.name, shown(name)] as const]),
  ...(number === undefined ? [] : [[t.kase.number, masked(number)] as const]),
  ...(birthYear === undefined ? [] : [[t.kase.birthYear, String(birthYear)] as const]),
];

/** What is asked stands in the summary, and the own words above the folds. */
const partFacts = (d: Drawing, part: ReferralPart): readonly FactRow[] => [
  ...QUESTIONS.filter(question => question !== 'asked').flatMap(question => answerFact(d, question, part)),
  ...addedFacts(d, part),
];

const groupFacts = (d: Drawing, content: Content, group: Group): readonly FactRow[] =>
  group === 'B' ? identityFacts(d, content.B ?? {}) : partFacts(d, content[group] ?? {});

/** That something is mapped; what it is stands in a view of its own. */
const mappedNote = ({ t }: Drawing, content: Content, group: Group): readonly string[] => {
  const count = group === 'B' ? 0 : Object.keys(content[group]?.mapping ?? {}).length;
  return count === 0 ? [] : [t.mapping.inCase(count)];
};

const whose = ({ t, reader, programme }: Drawing, origin: AgencyId): string =>
  origin === reader.agency ? t.kase.yourAgency : agencyName(programme, origin);

type Held = Holding & { readonly section: Group };
const heldIn = ({ holdings }: Case): readonly Held[] =>
  GROUPS.flatMap(group =>
    holdings.filter(({ section: name }) => name === group).map(({ origin }) => ({ origin, section: group })),
  );
const opened = (seen: Revealed, { origin, section: group }: Held): Content | undefined =>
  seen.find(part => part.origin === origin && part.content[group] !== undefined)?.content;

const holdingLine = (
  d: Drawing,
  { kase, seen }: CaseSubject,
  held: Held,
): Omit<Line, 'separated' | 'strong'> => {
  const { t } = d;
  const content = opened(seen, held);
  const left = t.common.groups[held.section];
  const from = whose(d, held.origin);
  if (content === undefined)
    return { left, below: [from, t.kase.ask(d.nameOf(kase.author))], right: t.kase.locked, rows: [] };
  const rows = groupFacts(d, content, held.section);
  const mapped = mappedNote(d, content, held.section);
  const isEmpty = rows.length === 0 && mapped.length === 0;
  const below = [from, ...mapped, ...(isEmpty ? [t.kase.nothingIn] : [])];
  return { left, below, right: t.kase.open, rows };
};

/** So that a case many agencies have mapped stays under 20 KB. */
const MOST_HOLDINGS = 12;

/**
 * What the referral holds, which is all groups whatever is in them, and what others have put in and is open. That they
 * have put in something that is not, is nothing to tell: a group they hold only since they mapped it says that they did.
 */
const toldOf = ({ kase, seen }: CaseSubject): readonly Held[] =>
  heldIn(kase).filter(one => one.origin === kase.origin || opened(seen, one) !== undefined);

/**
 * Group by group, the agency that put it in: what is open to this reader is shown, what is locked says only whom
 * to ask. An end closes it all.
 */
export const groupsSection = (d: Drawing, subject: CaseSubject): readonly Data[] => {
  const { t } = d;
  const { kase, seen } = subject;
  const held = toldOf(subject);
  const left = held.length - MOST_HOLDINGS;
  if (held.length === 0 || isEnded(kase)) return [];
  const open = held.filter(one => opened(seen, one) !== undefined).length;
  const lines = held.slice(0, MOST_HOLDINGS).map((one, place) => ({
    ...holdingLine(d, subject, one),
    separated: place > 0,
    strong: true,
  }));
  const head = {
    id: 'groups',
    title: t.kase.holders,
    hint: t.kase.holdersHint(open, held.length - open),
    open: isParticipant(kase),
  };
  return [section(d, head, { lines, notes: left > 0 ? [t.mapping.moreOpen(left)] : [] })];
};
