import { type Case } from './case';
import { isInForce } from './consent';
import { type LocalDate } from './time';

/** Someone who could be recognised is not discussed before there is a consent in force (domain.md §15, "mark ready"). */
export const mayBeDiscussed = (kase: Case, on: LocalDate): boolean =>
  !kase.recognisable || ('consent' in kase && isInForce(kase.consent, on));
