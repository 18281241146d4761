import { type PersonId } from './ids';
import { type LocalDate } from './time';

/** That there is a plan for progress, and who the participant's contact person is; never what it says. */
export type PlanBrief = {
  /** One for the first; every version is kept. */
  readonly version: number;
  readonly contact: PersonId;
  readonly writtenOn: LocalDate;
};
