import { type Case } from './case';
import { type LocalDate } from './time';

/** The group spoke of it on that day: what a review counts from. An earlier day changes nothing. */
export const takenUp = (kase: Case, on: LocalDate): Case =>
  kase.takenUpOn !== undefined && kase.takenUpOn >= on ? kase : { ...kase, takenUpOn: on };
