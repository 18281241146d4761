import { daysWaiting } from '../domain/agenda';
import { ANSWERS, type ContributionProblem, type ContributionValues } from '../domain/contribution';
import { GROUPS } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type Drawing } from './drawing';
import { area, type Choice, choicesOf, optional, pick } from './fields';
import { fold, only } from './parts';
import { type Data } from './template';
import { type RoundCase } from './contribution-subject';

export type AnswerProblem = ContributionProblem | 'not-covered' | 'not-available' | 'not-saved';
/** What was typed for each case, and what became of it, when the form comes back. */
export type Again = {
  readonly typed: ReadonlyMap<CaseId, ContributionValues>;
  readonly problems: ReadonlyMap<CaseId, AnswerProblem>;
};

const IN_TEXT: readonly AnswerProblem[] = ['too-long', 'holds-number'];
const placeOf = (problem: AnswerProblem): 'text' | 'group' | 'answer' => {
  if (IN_TEXT.includes(problem)) return 'text';
  return problem === 'group-missing' ? 'group' : 'answer';
};

/** As it was typed; otherwise as it was answered last. */
const valuesOf = ({ item, current, text }: RoundCase, again: Again | undefined): ContributionValues => {
  if (again !== undefined) return again.typed.get(item.caseId) ?? {};
  return {
    ...(current && { answer: current.answer }),
    ...(text === undefined ? {} : { text, ...(current?.group && { group: current.group }) }),
  };
};

const labelOf = ({ t, today, calendar }: Drawing, { kase, item, hasHiddenAnswer }: RoundCase): string =>
  [
    item.code,
    t.contribution.kinds[item.kind],
    t.common.days(Math.max(0, daysWaiting(kase, today, calendar))),
    ...only(hasHiddenAnswer, () => t.contribution.view.hasAnswered),
  ].join(' · ');

/** That nobody there knows the person can be said only by who has been told who it is. */
const answersFor = ({ t }: Drawing, { mayHaveLooked }: RoundCase): readonly Choice[] =>
  choicesOf(
    ANSWERS.filter(answer => answer !== 'unknown-here' || mayHaveLooked),
    t.contribution.answers,
  );

type Field = { readonly id: string; readonly value: string | undefined; readonly error: string };

/** One case of the round: a choice, and behind a fold a few words and the group they belong with. */
export const caseFields = (d: Drawing, subject: RoundCase, again: Again | undefined): Data => {
  const { t } = d;
  const { caseId, code } = subject.item;
  const values = valuesOf(subject, again);
  const problem = again?.problems.get(caseId);
  const words = problem === undefined ? '' : t.contribution.problems[problem];
  const field = (name: 'answer' | 'text' | 'group'): Field => ({
    id: `${name}-${caseId}`,
    value: values[name],
    error: problem !== undefined && placeOf(problem) === name ? words : '',
  });
  const isOpen = (values.text ?? '') !== '' || (problem !== undefined && placeOf(problem) !== 'answer');
  const hint = subject.hasHiddenText ? t.contribution.textIsThere : '';
  return {
    answer: pick(t, { ...field('answer'), label: labelOf(d, subject), choices: answersFor(d, subject) }),
    more: fold(t, { id: `more-${caseId}`, title: optional(t, t.contribution.more), hint, open: isOpen }),
    text: area({ ...field('text'), label: t.contribution.text(code) }),
    group: pick(t, {
      ...field('group'),
      label: t.contribution.group(code),
      choices: choicesOf(GROUPS, t.common.groups),
    }),
  };
};
