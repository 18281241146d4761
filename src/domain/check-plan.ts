import { err, ok, type Result } from '../result';
import { type Case } from './case';
import { holdsNumber } from './check-referral';
import { LONGEST_TEXT } from './draft';
import { isDisqualified } from './disqualification';
import { type ActionId, type PersonId } from './ids';
import { sharedTasks } from './incident';
import { isActive, type Person } from './people';
import { contactReplaced, MOST_GOALS, type PlanWords } from './plan';
import { isLocalDate, type LocalDate, plusMonths } from './time';

export const PLAN_FIELDS = ['goal-1', 'goal-2', 'goal-3', 'contact', 'measures', 'review'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];
/** As the form has them: just as they were typed, chosen and ticked. */
export type PlanValues = Readonly<Partial<Record<PlanField, string>>>;
export type PlanProblem = {
  readonly field: PlanField;
  readonly problem:
    | 'unanswered'
    | 'too-long'
    | 'holds-number'
    | 'unknown-person'
    | 'unknown-measure'
    | 'past-date'
    | 'far-date'
    | 'changes-contact';
};

type Setting = {
  readonly kase: Case;
  readonly people: readonly Person[];
  readonly today: LocalDate;
  /** For whom it was said that the contact person changes. */
  readonly confirmed?: PersonId;
};
export type PlanSaid = { readonly contact: PersonId; readonly words: PlanWords };

const MONTHS_AHEAD = 12;
const GOALS = ['goal-1', 'goal-2', 'goal-3'] as const satisfies readonly PlanField[];

const text = (values: PlanValues, field: PlanField): string => values[field]?.trim() ?? '';
const goalsIn = (values: PlanValues): readonly string[] =>
  GOALS.slice(0, MOST_GOALS)
    .map(field => text(values, field))
    .filter(goal => goal !== '');

const goalProblems = (values: PlanValues): readonly PlanProblem[] =>
  goalsIn(values).length === 0
    ? [{ field: 'goal-1', problem: 'unanswered' }]
    : GOALS.flatMap((field): readonly PlanProblem[] => {
        const goal = text(values, field);
        if (goal.length > LONGEST_TEXT) return [{ field, problem: 'too-long' }];
        return holdsNumber(goal) ? [{ field, problem: 'holds-number' }] : [];
      });

/** Who takes part, and not somebody who must not know of this very case. */
const personIn = (values: PlanValues, { kase, people }: Setting): Person | undefined =>
  people.find(
    person => person.id === text(values, 'contact') && isActive(person) && !isDisqualified(kase, person.id),
  );

const contactProblems = (values: PlanValues, setting: Setting): readonly PlanProblem[] => {
  if (text(values, 'contact') === '') return [{ field: 'contact', problem: 'unanswered' }];
  const person = personIn(values, setting);
  if (person === undefined) return [{ field: 'contact', problem: 'unknown-person' }];
  return contactReplaced(setting.kase, person.id) === undefined || setting.confirmed === person.id
    ? []
    : [{ field: 'contact', problem: 'changes-contact' }];
};

const tickedIn = (values: PlanValues): readonly string[] =>
  text(values, 'measures')
    .split(',')
    .filter(id => id !== '');
/** In the order of the case's own tasks; what was called off is no measure. */
const measuresIn = (values: PlanValues, { kase }: Setting): readonly ActionId[] =>
  sharedTasks(kase)
    .filter(({ id, state }) => state !== 'cancelled' && tickedIn(values).includes(id))
    .map(({ id }) => id);
const measureProblems = (values: PlanValues, setting: Setting): readonly PlanProblem[] =>
  measuresIn(values, setting).length === new Set(tickedIn(values)).size
    ? []
    : [{ field: 'measures', problem: 'unknown-measure' }];

const reviewProblem = (values: PlanValues, { today }: Setting): PlanProblem['problem'] | undefined => {
  const review = text(values, 'review');
  if (!isLocalDate(review)) return 'unanswered';
  if (review < today) return 'past-date';
  return review > plusMonths(today, MONTHS_AHEAD) ? 'far-date' : undefined;
};

/** The plan the form holds, or every problem in the order of the fields. */
export const checkPlan = (values: PlanValues, setting: Setting): Result<PlanSaid, readonly PlanProblem[]> => {
  const late = reviewProblem(values, setting);
  const problems: readonly PlanProblem[] = [
    ...goalProblems(values),
    ...contactProblems(values, setting),
    ...measureProblems(values, setting),
    ...(late === undefined ? [] : [{ field: 'review', problem: late } as const]),
  ];
  const person = personIn(values, setting);
  const reviewOn = text(values, 'review');
  if (problems.length > 0 || person === undefined || !isLocalDate(reviewOn)) return err(problems);
  const words = { goals: goalsIn(values), measures: measuresIn(values, setting), reviewOn };
  return ok({ contact: person.id, words });
};

/** What is kept, back in the form. */
export const formOfPlan = (contact: PersonId, { goals, measures, reviewOn }: PlanWords): PlanValues => ({
  ...Object.fromEntries(
    GOALS.flatMap((field, place) => goals.slice(place, place + 1).map(goal => [field, goal])),
  ),
  contact,
  measures: measures.join(','),
  review: reviewOn,
});
