import { err, ok, type Result } from '../result';
import {
  type AwaitingConsent,
  type Case,
  type Declined,
  type DeclineReason,
  type Deferred,
  type DeferReason,
  type Mapping,
} from './case';
import { carried, ended, offAgenda } from './case-facts';
import { isInForce } from './consent';
import { type DecisionId, type PersonId, type SeatId } from './ids';
import { type Partner } from './people';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

export type Outcome =
  | { readonly kind: 'taken-in' }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  | { readonly kind: 'deferred'; readonly reason: DeferReason }
  | { readonly kind: 'recommended' }
  | { readonly kind: 'not-recommended' };

/** Of a candidate the question is whether to take them in; everything else a group is asked is put in words. */
export const QUESTIONS = ['intake', 'other'] as const;
export type DecisionQuestion = (typeof QUESTIONS)[number];

/**
 * A *beslutning*, never a vedtak: recorded once, never edited, only followed by a new one (domain.md §7).
 * The rationale lies sealed; this is process.
 */
export type Decision = {
  readonly id: DecisionId;
  readonly question: DecisionQuestion;
  readonly outcome: Outcome;
  readonly on: LocalDate;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** Copied from the meeting: the attendance the decision relied on. */
  readonly present: readonly SeatId[];
  /** The seat that saw it otherwise; what they meant lies with the rationale. */
  readonly dissent?: SeatId;
};

/** Intake needs someone from each partner; the other outcomes do not (domain.md §7). */
export const mayDecide = (outcome: Outcome, missing: readonly Partner[]): Result<Outcome, Refusal> =>
  outcome.kind === 'taken-in' && missing.length > 0 ? err({ kind: 'not-quorate' }) : ok(outcome);

type Taken = Pick<Decision, 'id' | 'on'>;

/** A consent that came early leads straight to the mapping, unless it has run out by the day of the decision. */
const takenIn = (kase: Case, { id: decision, on }: Taken, at: Instant): AwaitingConsent | Mapping => {
  const { consent, ...facts } = carried(kase, at);
  return consent !== undefined && isInForce(consent, on)
    ? { ...facts, decision, consent, state: 'mapping' }
    : { ...facts, decision, state: 'awaiting-consent' };
};

type Decidable = AwaitingConsent | Mapping | Declined | Deferred;

/** Where the group's decision on a candidate leads. */
export const decide = (
  kase: Case,
  { id, on, outcome }: Pick<Decision, 'id' | 'on' | 'outcome'>,
  at: Instant,
): Result<Decidable, Refusal> => {
  if (kase.state !== 'ready-for-review') return err(WRONG_STATE);
  switch (outcome.kind) {
    case 'taken-in':
      return ok(takenIn(kase, { id, on }, at));
    case 'declined':
      return ok({ ...ended(kase, at), decision: id, state: 'declined', reason: outcome.reason });
    case 'deferred':
      return ok({ ...offAgenda(kase, at), decision: id, state: 'deferred', reason: outcome.reason });
    case 'recommended':
    case 'not-recommended':
      return err(WRONG_STATE);
  }
};

export const carriesDecision = (kase: Case): DecisionId | undefined =>
  'decision' in kase ? kase.decision : undefined;
