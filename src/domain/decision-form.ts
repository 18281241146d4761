import { err, ok, type Result } from '../result';
import { DECLINE_REASONS, DEFER_REASONS } from './reasons';
import { holdsNumber } from './check-referral';
import { type DecisionQuestion, type Outcome } from './decision';
import { LONGEST_TEXT } from './draft';
import { isSeatId, type SeatId } from './ids';

/** What whoever records a decision fills in, as typed. */
export const DECISION_FIELDS = [
  'question',
  'outcome',
  'decline-reason',
  'defer-reason',
  'rationale',
  'dissent-seat',
  'dissent',
] as const;
export type DecisionField = (typeof DECISION_FIELDS)[number];
export type DecisionValues = Readonly<Partial<Record<DecisionField, string>>>;
export type DecisionProblem = {
  readonly field: DecisionField;
  readonly problem: 'missing' | 'too-long' | 'holds-number';
};

/** A decision as it can be recorded. */
export type DecisionForm = {
  readonly outcome: Outcome;
  readonly rationale: string;
  readonly question?: string;
  readonly dissent?: { readonly seat: SeatId; readonly text: string };
};

const given = (values: DecisionValues, field: DecisionField): string => values[field]?.trim() ?? '';

/** Undefined while something of it is missing. */
const outcomeIn = (values: DecisionValues): Outcome | undefined => {
  const declined = DECLINE_REASONS.find(reason => reason === given(values, 'decline-reason'));
  const deferred = DEFER_REASONS.find(reason => reason === given(values, 'defer-reason'));
  switch (given(values, 'outcome')) {
    case 'taken-in':
      return { kind: 'taken-in' };
    case 'recommended':
      return { kind: 'recommended' };
    case 'not-recommended':
      return { kind: 'not-recommended' };
    case 'declined':
      return declined && { kind: 'declined', reason: declined };
    case 'deferred':
      return deferred && { kind: 'deferred', reason: deferred };
    default:
      return undefined;
  }
};

const problem = (field: DecisionField, what: DecisionProblem['problem']): readonly DecisionProblem[] => [
  { field, problem: what },
];

/** What is wrong with a text, and where it must not be empty, that it is. */
const textProblems = (
  values: DecisionValues,
  field: DecisionField,
  must: boolean,
): readonly DecisionProblem[] => {
  const text = given(values, field);
  if (text === '') return must ? problem(field, 'missing') : [];
  if (text.length > LONGEST_TEXT) return problem(field, 'too-long');
  return holdsNumber(text) ? problem(field, 'holds-number') : [];
};

/** An outcome that needs a reason is missing that; otherwise none was chosen. */
const outcomeProblems = (values: DecisionValues): readonly DecisionProblem[] => {
  if (outcomeIn(values) !== undefined) return [];
  const outcome = given(values, 'outcome');
  if (outcome === 'declined') return problem('decline-reason', 'missing');
  return problem(outcome === 'deferred' ? 'defer-reason' : 'outcome', 'missing');
};

const seatIn = (values: DecisionValues): SeatId | undefined => {
  const seat = given(values, 'dissent-seat');
  return isSeatId(seat) ? seat : undefined;
};

/** Who saw it otherwise, and what they meant, go together. */
const dissentProblems = (values: DecisionValues): readonly DecisionProblem[] => {
  const hasSeat = seatIn(values) !== undefined;
  const isSaid = given(values, 'dissent') !== '';
  return [
    ...(isSaid && !hasSeat ? problem('dissent-seat', 'missing') : []),
    ...textProblems(values, 'dissent', hasSeat),
  ];
};

const dissentIn = (values: DecisionValues): Pick<DecisionForm, 'dissent'> => {
  const seat = seatIn(values);
  return seat === undefined ? {} : { dissent: { seat, text: given(values, 'dissent') } };
};

/** The decision the form describes, or every problem in the order of the fields. */
export const checkDecision = (
  values: DecisionValues,
  about: DecisionQuestion,
): Result<DecisionForm, readonly DecisionProblem[]> => {
  const outcome = outcomeIn(values);
  const problems = [
    ...textProblems(values, 'question', about === 'other'),
    ...outcomeProblems(values),
    ...textProblems(values, 'rationale', true),
    ...dissentProblems(values),
  ];
  if (problems.length > 0 || outcome === undefined) return err(problems);
  return ok({
    outcome,
    rationale: given(values, 'rationale'),
    ...(about === 'other' ? { question: given(values, 'question') } : {}),
    ...dissentIn(values),
  });
};
