import { DEFER_REASONS } from '../domain/reasons';
import { type DecisionField, type DecisionProblem, type DecisionValues } from '../domain/decision-form';
import { type SeatId } from '../domain/ids';
import { type Drawing } from './drawing';
import { area, choicesOf, line, optional, pick, radio } from './fields';
import { fold, only } from './parts';
import { type Data } from './template';

/** What was typed, when the form comes back, and what is wrong with it. */
export type Filled = {
  readonly values?: DecisionValues;
  readonly problems?: readonly DecisionProblem[];
  /** Somebody was first: it is drawn over the case as it is now. */
  readonly isStale?: boolean;
};

const wrongWith = ({ t }: Drawing, { problems = [] }: Filled, field: DecisionField): string => {
  const found = problems.find(one => one.field === field);
  if (found === undefined) return '';
  return found.problem === 'missing'
    ? t.decision.problems.missing[field]
    : t.decision.problems[found.problem];
};

const kept = (d: Drawing, filled: Filled, id: DecisionField) => ({
  id,
  value: filled.values?.[id] ?? '',
  error: wrongWith(d, filled, id),
});

export const questionField = (d: Drawing, filled: Filled): Data =>
  line({
    ...kept(d, filled, 'question'),
    label: d.t.decision.asked,
    placeholder: d.t.decision.askedExample,
    must: d.t.decision.problems.missing.question,
  });

/** The reason is asked for where it is needed only: the server says so. */
export const outcomeFields = (d: Drawing, filled: Filled): readonly Data[] => {
  const { t } = d;
  const { outcomes } = t.decision;
  return [
    radio({
      ...kept(d, filled, 'outcome'),
      label: t.decision.outcome,
      choices: choicesOf(['recommended', 'not-recommended', 'deferred'], outcomes),
      must: t.decision.problems.missing.outcome,
    }),
    pick(t, {
      ...kept(d, filled, 'defer-reason'),
      label: t.decision.reasonToDefer,
      choices: choicesOf(DEFER_REASONS, t.decision.deferReasons),
    }),
  ];
};

export const rationaleField = (d: Drawing, filled: Filled): Data =>
  area({
    ...kept(d, filled, 'rationale'),
    label: d.t.decision.rationale,
    placeholder: d.t.decision.rationaleExample,
    must: d.t.decision.problems.missing.rationale,
  });

const DISSENT: readonly DecisionField[] = ['dissent-seat', 'dissent'];

const whoField = (d: Drawing, filled: Filled, seats: readonly SeatId[]): Data =>
  pick(d.t, {
    ...kept(d, filled, 'dissent-seat'),
    label: d.t.decision.who,
    choices: d.programme.seats
      .filter(({ id }) => seats.includes(id))
      .map(({ id, name }) => ({ title: name, value: id })),
  });

/** Folded; open when it was filled in. `seats`: who was there, or had answered in writing. */
export const dissentFold = (d: Drawing, filled: Filled, seats: readonly SeatId[]): readonly Data[] => {
  const { t } = d;
  const isFilled = DISSENT.some(id => (filled.values?.[id] ?? '') !== '');
  const head = fold(t, {
    id: 'otherwise',
    title: optional(t, t.decision.dissent),
    hint: t.decision.dissentHint,
    open: isFilled,
  });
  const meant = area({ ...kept(d, filled, 'dissent'), label: t.decision.meant });
  return only(seats.length > 0, () => ({ ...head, who: [whoField(d, filled, seats)], meant: [meant] }));
};
