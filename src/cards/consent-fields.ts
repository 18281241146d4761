import { type Case } from '../domain/case';
import { USUAL_MONTHS } from '../domain/consent';
import { type ConsentField, type ConsentProblem, type ConsentValues } from '../domain/consent-form';
import { type Ticks } from '../domain/consent-matrix';
import { type Person } from '../domain/people';
import { plusMonths } from '../domain/time';
import { type ConsentKind } from './consent-kind';
import { type Drawing } from './drawing';
import { ofStatute } from './statute-words';

export type Consenting = {
  readonly kase: Case;
  readonly kind: ConsentKind;
  /** The directory, of whom some may have asked. */
  readonly people: readonly Person[];
  /** Just as it was typed, when the form comes back, or as it stands in the consent that is renewed. */
  readonly values?: ConsentValues;
  readonly problems?: readonly ConsentProblem[];
  /** What was ticked behind *Tilpass* before, and what it was filled from. */
  readonly kept?: { readonly ticks: Ticks; readonly from: string };
  /** The mark it was drawn over first, when it comes back; see `consentMark`. */
  readonly seen?: string;
};

export type Kept = { readonly id: ConsentField; readonly value: string; readonly error: string | undefined };

const suggested = ({ t, today }: Drawing): ConsentValues => ({
  when: today,
  until: plusMonths(today, USUAL_MONTHS),
  purpose: t.consent.usualPurpose,
});
/** What is wrong, in words. */
export const wrongWith = (d: Drawing, found: ConsentProblem): string =>
  'statute' in found
    ? ofStatute(d, found.statute, d.t.statute.noGrounds)
    : d.t.consent.problems[found.problem];

/** What a field holds: what was typed, or what is usual the first time; and what is wrong with it. */
export const kept = (d: Drawing, { values, problems = [] }: Consenting, id: ConsentField): Kept => {
  const found = problems.find(({ field }) => field === id);
  const error = found === undefined ? undefined : wrongWith(d, found);
  return { id, value: (values ?? suggested(d))[id] ?? '', error };
};
