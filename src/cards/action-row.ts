import { type Action, isPending } from '../domain/action';
import { GAPS, NEW_DATE_REASONS, OUTCOMES } from '../domain/action-choices';
import { muteOf } from '../domain/mute';
import { daysBetween } from '../domain/time';
import { owns } from '../policy/standing';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { choicesOf, date, pick } from './fields';
import { type Card, type Data } from './template';
import { ownerName } from './wording';
import { unfolded } from './unfolded';

/** A row with all that can be answered takes about 4.5 kB: more than four would not fit in 20 KB (ux.md, traps). */
export const MOST_ACTIONS = 4;

/** `list` where the answer to a press is to be what the row stood in: the digest, and not the whole list. */
type Row = { readonly action: Action; readonly row: number; readonly list?: 'digest' };

/** The row stands in the data, and after the hyphen of every input's id: ids are unique in a card. */
const saving = ({ t, nonce }: Drawing, { action, row, list }: Row, verb: string): Card => {
  const carried = { caseId: action.caseId, actionId: action.id, row, ...(list && { list }), nonce };
  return button(t.common.save, { verb, ...carried }, { primary: true });
};
const tipOf = ({ t }: Drawing, { action }: Row, verb: string): { readonly tip: string } => ({
  tip: t.action.rowName(verb, t.action.titles[action.title], action.code),
});

const doneButton = (d: Drawing, at: Row): Card => {
  const { t } = d;
  const outcome = pick(t, {
    id: `outcome-${String(at.row)}`,
    label: t.action.howDidItGo,
    choices: choicesOf(OUTCOMES, t.action.outcomes),
    must: t.action.chooseBest,
  });
  return unfolding(
    t.action.done,
    unfolded({ choices: [outcome] }, saving(d, at, 'complete-action')),
    tipOf(d, at, t.action.done),
  );
};

const newDateButton = (d: Drawing, at: Row): Card => {
  const { t } = d;
  const row = String(at.row);
  const due = date({ id: `due-${row}`, label: t.action.newDate, must: t.action.futureDate });
  const reason = pick(t, {
    id: `reason-${row}`,
    label: t.action.why,
    choices: choicesOf(NEW_DATE_REASONS, t.action.reasons),
    must: t.action.chooseReason,
  });
  return unfolding(
    t.action.newDate,
    unfolded({ dates: [due], choices: [reason] }, saving(d, at, 'ask-new-date')),
    tipOf(d, at, t.action.newDate),
  );
};

const blockedButton = (d: Drawing, at: Row): Card => {
  const { t } = d;
  const gap = pick(t, {
    id: `gap-${String(at.row)}`,
    label: t.action.whatStops,
    choices: choicesOf(GAPS, t.action.gaps),
    must: t.action.chooseReason,
  });
  return unfolding(
    t.action.blocked,
    unfolded({ choices: [gap], hints: [t.action.becomesGap] }, saving(d, at, 'block-action')),
    tipOf(d, at, t.action.blocked),
  );
};

const openButton = (d: Drawing, at: Row): Card =>
  button(
    d.t.common.openCase,
    { verb: 'open-case', caseId: at.action.caseId, nonce: d.nonce },
    { ...tipOf(d, at, d.t.common.openCase), leavesInputs: true },
  );

/** Seldom pressed, so behind "…": somebody else to do it, and the task itself with what else can be done with it. */
const moreButtons = (d: Drawing, at: Row): readonly Card[] => {
  const { t, nonce } = d;
  const { caseId, id: actionId } = at.action;
  const on = { caseId, actionId, nonce };
  const look = (title: string) => ({ ...tipOf(d, at, title), rare: true, leavesInputs: true });
  return [
    button(t.task.handOver, { verb: 'start-hand-over', ...on }, look(t.task.handOver)),
    button(t.task.details, { verb: 'open-action', ...on }, look(t.task.details)),
  ];
};

/** The owner answers; whoever only hears that it is late may open the case. */
const buttonsOf = (d: Drawing, at: Row): readonly Card[] => {
  if (!isPending(at.action)) return [];
  return owns(d.reader, at.action)
    ? [doneButton(d, at), newDateButton(d, at), blockedButton(d, at), ...moreButtons(d, at)]
    : [openButton(d, at)];
};

/** What a task is stuck on is never told here: rows stand in messages, and those stay (domain.md §13). */
const stateLines = ({ t, today, reader }: Drawing, action: Action): readonly string[] => {
  if (action.state === 'done') return [t.action.doneAs(t.action.outcomes[action.outcome])];
  if (action.state === 'cancelled') return [t.action.cancelled];
  const { asked } = action;
  const muted = muteOf(action, { by: reader.id, today });
  const quiet = muted === undefined ? [] : [t.task.mutedUntil(t.day(muted.until, today))];
  return [
    ...(action.state === 'blocked' ? [t.action.blocked] : []),
    ...(asked === undefined ? [] : [t.action.asked(t.day(asked.due, today))]),
    ...quiet,
  ];
};
const ownerLine = (d: Drawing, action: Action): readonly string[] =>
  owns(d.reader, action) ? [] : [ownerName(d, action.owner)];

export const isLate = (action: Action, { today }: Pick<Drawing, 'today'>): boolean =>
  isPending(action) && action.due < today;

const dueWords = (d: Drawing, action: Action): string => {
  const { t, today } = d;
  if (isLate(action, d)) return t.action.daysOver(t.common.days(daysBetween(action.due, today)));
  if (!isPending(action)) return t.action.settled[action.state];
  return action.due === today ? t.common.today : t.shortDay(action.due);
};

/** One task: its neutral title, its code, when it is due, and what its owner can answer right here. */
export const actionRow = (
  d: Drawing,
  action: Action,
  { place, list }: { readonly place: number; readonly list?: 'digest' },
): Data => {
  const at = { action, row: place + 1, ...(list && { list }) };
  return {
    title: d.t.action.titles[action.title],
    lines: [action.code, ...ownerLine(d, action), ...stateLines(d, action)],
    right: dueWords(d, action),
    late: isLate(action, d),
    separated: place > 0,
    buttons: buttonsOf(d, at),
  };
};
