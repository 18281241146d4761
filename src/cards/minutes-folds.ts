import { type MinutedItem } from '../domain/minutes';
import { type Addendum, isGone, type ShownItem, type ShownMinutes } from '../domain/minutes-steps';
import { type Drawing } from './drawing';
import { outcomeInWords, reasonInWords } from './minutes-words';
import { fold, only } from './parts';
import { type Data } from './template';
import { plainName, shown } from './text';

type Read = {
  readonly minutes: ShownMinutes;
  readonly addenda: readonly Addendum[];
  /** The first case of the page, counted from none. */
  readonly from?: number;
};

/** So that a long meeting stays under 20 KB: the rest is a press away, and older addenda stand in the file. */
export const PAGE = 10;
const NEWEST = 6;

const listed = ({ t }: Drawing, names: readonly string[]): string => t.list(names.map(plainName));

export const attendanceFold = (d: Drawing, { minutes }: Read): Data => {
  const { t } = d;
  const there = minutes.seats.filter(({ presence }) => presence !== 'absent');
  const away = minutes.seats.filter(({ presence }) => presence === 'absent').map(({ name }) => name);
  const names = there.map(({ name, presence }) => (presence === 'stand-in' ? t.minutes.standIn(name) : name));
  return {
    ...fold(t, { id: 'attendance', title: t.minutes.attendance }),
    lines: [
      t.minutes.were(names.length === 0 ? t.minutes.nobody : listed(d, names)),
      ...only(away.length > 0, () => t.minutes.wereNot(listed(d, away))),
      t.minutes.chair(plainName(minutes.chair)),
      t.minutes.readOut(plainName(minutes.confidentialityReadBy)),
    ],
    rows: [],
    more: [],
  };
};

const reasonLine = ({ t }: Drawing, { decision }: MinutedItem): readonly string[] => {
  const reason = decision && reasonInWords(t, decision.outcome);
  return reason === undefined ? [] : [t.minutes.reason(reason)];
};

/** One line beside the kind: a line to each would make a long meeting too large a card. */
const below = (d: Drawing, item: MinutedItem): readonly string[] => {
  const { t, today } = d;
  const { kind, late, decision, answered, disqualified, tasks } = item;
  const more = [
    ...only(late === true, () => t.minutes.late),
    ...reasonLine(d, item),
    ...(decision?.dissent === undefined ? [] : [t.minutes.dissent(plainName(decision.dissent))]),
    ...only(answered.length > 0, () => t.minutes.answered(listed(d, answered))),
    ...only(disqualified.length > 0, () => t.minutes.disqualified(listed(d, disqualified))),
    ...tasks.map(task =>
      t.minutes.task(t.action.titles[task.title], plainName(task.agency), t.day(task.due, today)),
    ),
  ];
  return [t.agenda.item.kinds[kind], ...only(more.length > 0, () => more.join(' '))];
};

const rowOf = (d: Drawing, item: ShownItem, place: number): Data => ({
  left: item.code,
  strong: true,
  separated: place > 0,
  right: isGone(item) ? '' : outcomeInWords(d.t, item),
  below: isGone(item) ? [d.t.minutes.gone] : below(d, item),
});

export const casesFold = (d: Drawing, { minutes: { items }, from = 0 }: Read): Data => {
  const { t } = d;
  const page = items.slice(from, from + PAGE);
  const left = items.length - from - page.length;
  return {
    ...fold(t, { id: 'cases', title: t.minutes.cases, open: true }),
    lines: only(items.length === 0, () => t.minutes.noCases),
    rows: page.map((item, place) => rowOf(d, item, place)),
    more: only(left > 0, () => t.minutes.more(left)),
  };
};

export const addendaFolds = (d: Drawing, { addenda }: Read): readonly Data[] => {
  const { t, today, calendar } = d;
  const older = Math.max(0, addenda.length - NEWEST);
  return only(addenda.length > 0, () => ({
    ...fold(t, { id: 'addenda', title: t.minutes.addenda, open: true }),
    lines: only(older > 0, () => t.minutes.olderAddenda(older)),
    rows: addenda.slice(older).map(({ text, name, at }, place) => ({
      left: shown(text),
      strong: false,
      separated: place > 0,
      right: '',
      below: [t.minutes.addendum(plainName(name), t.day(calendar.dayOf(at), today))],
    })),
    more: [],
  }));
};
