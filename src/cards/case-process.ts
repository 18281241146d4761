import { type ActionBrief } from '../domain/action-brief';
import { type Case } from '../domain/case';
import { owns } from '../policy/standing';
import { section } from './case-content';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { type Data } from './template';
import { shown } from './text';

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
  const { t, nameOf } = d;
  const detail = details?.get(action.id);
  return {
    left: t.action.titles[action.title],
    below: [
      [nameOf(action.owner), ...stateWord(d, action)].join(' · '),
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

const eventWords = ({ t, nameOf }: Drawing, kase: Case, place: number): string => {
  const passed = [...kase.past, { state: kase.state, since: kase.since }][place];
  if (passed === undefined || place === 0) return t.kase.submittedBy(nameOf(kase.author));
  return t.common.states[passed.state];
};

/** The states it has been in, oldest first; of a long case the latest. */
export const historySection = (d: Drawing, { kase }: CaseSubject): readonly Data[] => {
  const { t, calendar } = d;
  const events = [...kase.past, kase].map(({ since }, place) => ({
    day: t.shortDay(calendar.dayOf(since)),
    what: eventWords(d, kase, place),
  }));
  const head = { id: 'history', title: t.kase.history, hint: t.kase.events(events.length) };
  return [section(d, head, { events: events.slice(-MOST_EVENTS) })];
};
