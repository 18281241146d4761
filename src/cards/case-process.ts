import { type ActionBrief } from '../domain/action-brief';
import { type Case } from '../domain/case';
import { owns } from '../policy/standing';
import { mayReadEnd } from '../policy/visible-process';
import { section } from './case-section';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { type Data } from './template';
import { shown } from './text';
import { ownerName } from './wording';

/** So that a long case stays under 20 KB. */
const MOST_ACTIONS = 6;
const MOST_EVENTS = 8;

const isOpen = ({ state }: ActionBrief): boolean => state === 'open' || state === 'blocked';

const openFirst = (actions: readonly ActionBrief[]): readonly ActionBrief[] =>
  [...actions].sort(
    (one, other) => Number(isOpen(other)) - Number(isOpen(one)) || one.due.localeCompare(other.due),
  );

const stateWord = ({ t }: Drawing, { state }: ActionBrief): readonly string[] =>
  state === 'blocked' ? [t.action.blocked] : [];

const actionLine = (d: Drawing, { details }: CaseSubject, action: ActionBrief) => {
  const { t } = d;
  const detail = details?.get(action.id);
  return {
    left: t.action.titles[action.title],
    below: [
      [ownerName(d, action.owner), ...stateWord(d, action)].join(' · '),
      ...(detail === undefined ? [] : [shown(detail)]),
    ],
    right:
      action.state === 'done' || action.state === 'cancelled'
        ? t.action.settled[action.state]
        : t.shortDay(action.due),
  };
};

const actionsSection = (
  d: Drawing,
  subject: CaseSubject,
  { of, open }: { readonly of: readonly ActionBrief[]; readonly open: boolean },
): readonly Data[] => {
  const { t } = d;
  if (of.length === 0) return [];
  const lines = openFirst(of)
    .slice(0, MOST_ACTIONS)
    .map((action, place) => ({
      ...actionLine(d, subject, action),
      rows: [],
      separated: place > 0,
      strong: false,
    }));
  const notes = of.length > MOST_ACTIONS ? [t.kase.moreActions(of.length - MOST_ACTIONS)] : [];
  const hint = t.kase.actionsHint(of.filter(isOpen).length);
  return [section(d, { id: 'actions', title: t.kase.actions, hint, open }, { lines, notes })];
};

/** Everybody's tasks, the open ones first. */
export const allActions = (d: Drawing, subject: CaseSubject): readonly Data[] =>
  actionsSection(d, subject, { of: subject.kase.actions, open: false });

/** The reader's own, all an owner sees of the case. */
export const ownActions = (d: Drawing, subject: CaseSubject): readonly Data[] =>
  actionsSection(d, subject, {
    of: subject.kase.actions.filter(action => owns(d.reader, action)),
    open: true,
  });

/** Whoever works on the case must know who does not. */
const disqualifiedNote = ({ t, nameOf }: Drawing, { disqualified }: Case): readonly string[] =>
  disqualified.length === 0
    ? []
    : [`${t.disqualification.list}: ${t.list(disqualified.map(({ person }) => nameOf(person)))}`];

/** The states it has been in, oldest first; of a long case the latest. What the reader is not told is left out. */
export const historySection = (d: Drawing, { kase }: CaseSubject): readonly Data[] => {
  const { t, calendar, reader, nameOf } = d;
  const later = [...kase.past, { state: kase.state, since: kase.since }].slice(1);
  const told = later.filter(({ state }) => mayReadEnd(reader, kase, state));
  const events = [
    [kase.submittedAt, t.kase.submittedBy(nameOf(kase.author))] as const,
    ...told.map(({ state, since }) => [since, t.common.states[state]] as const),
  ].map(([at, what]) => ({ day: t.shortDay(calendar.dayOf(at)), what }));
  const head = { id: 'history', title: t.kase.history, hint: t.kase.events(events.length) };
  return [section(d, head, { events: events.slice(-MOST_EVENTS), notes: disqualifiedNote(d, kase) })];
};
