import { type LocalDate, plusMonths } from './time';

const MONTHS_AHEAD = 12;

export type DueProblem = 'past-date' | 'far-date';

/** What is wrong with a task's date, its first or a new one (domain.md §9: within twelve months). */
export const dueProblem = (due: LocalDate, today: LocalDate): DueProblem | undefined => {
  if (due < today) return 'past-date';
  return due > plusMonths(today, MONTHS_AHEAD) ? 'far-date' : undefined;
};
