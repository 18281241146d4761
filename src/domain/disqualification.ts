import { type PersonId } from './ids';
import { type Instant } from './time';

/** Why somebody is inhabil (fvl. § 6), as coarse as can be: the person's own affairs are nobody's to read. */
export const DISQUALIFICATION_REASONS = ['party', 'family', 'relation', 'other'] as const;
export type DisqualificationReason = (typeof DISQUALIFICATION_REASONS)[number];

/** From then on every answer about the case is the refusal, to this person. It is never taken back. */
export type Disqualification = {
  readonly person: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
  /** The chair's; nobody is asked why they declare themselves. */
  readonly reason?: DisqualificationReason;
};

type Disqualified = { readonly disqualified: readonly Disqualification[] };

export const isDisqualified = ({ disqualified }: Disqualified, person: PersonId): boolean =>
  disqualified.some(one => one.person === person);

/** Declared once; again changes nothing. */
export const disqualify = <Kase extends Disqualified>(kase: Kase, declared: Disqualification): Kase =>
  isDisqualified(kase, declared.person) ? kase : { ...kase, disqualified: [...kase.disqualified, declared] };
