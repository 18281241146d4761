import { type Person } from './people';
import { type LocalDate, plusMonths } from './time';

/** Signed once a year (domain.md §7). */
const MONTHS = 12;

export const declaredUntil = (on: LocalDate): LocalDate => plusMonths(on, MONTHS);

/** Whether the declaration of confidentiality they signed holds that day. */
export const hasDeclared = ({ declaredOn }: Pick<Person, 'declaredOn'>, today: LocalDate): boolean =>
  declaredOn !== undefined && today < declaredUntil(declaredOn);
