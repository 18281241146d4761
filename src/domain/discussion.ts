import { type Case } from './case';
import { isInForce } from './consent';
import { type Instant, type LocalDate } from './time';

/** When something is done, and which day that is in Bergen. */
export type Moment = { readonly at: Instant; readonly today: LocalDate };

/** Someone who could be recognised is not discussed before there is a consent in force (domain.md §15, "mark ready"). */
export const mayBeDiscussed = (kase: Case, on: LocalDate): boolean =>
  !kase.recognisable || ('consent' in kase && isInForce(kase.consent, on));
