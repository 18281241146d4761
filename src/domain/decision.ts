import { err, ok, type Result } from '../result';
import { type AwaitingConsent, type Case, type CaseState, type Mapping } from './case';
import { type DeclineReason, type DeferReason } from './reasons';
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

/** What a group meets these with: they are taken in, or may be, and the question is put in words. */
const ASKED_IN_WORDS: readonly CaseState[] = ['awaiting-consent', 'mapping', 'active', 'consent-expired'];

/** What a group decides on a case in that state; undefined where it decides nothing. */
export const questionOn = ({ state }: Pick<Case, 'state'>): DecisionQuestion | undefined => {
  if (state === 'ready-for-review') return 'intake';
  return ASKED_IN_WORDS.includes(state) ? 'other' : undefined;
};

const OUTCOMES: Readonly<Record<DecisionQuestion, readonly Outcome['kind'][]>> = {
  intake: ['taken-in', 'declined', 'deferred'],
  other: ['recommended', 'not-recommended', 'deferred'],
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

/** Where the answer leads a candidate. */
const afterIntake = (
  kase: Case,
  { id, on, outcome }: Taken & Pick<Decision, 'outcome'>,
  at: Instant,
): Case => {
  if (outcome.kind === 'declined')
    return { ...ended(kase, at), decision: id, state: 'declined', reason: outcome.reason };
  return outcome.kind === 'deferred'
    ? { ...offAgenda(kase, at), decision: id, state: 'deferred', reason: outcome.reason }
    : takenIn(kase, { id, on }, at);
};

type Deciding = Pick<Decision, 'id' | 'on' | 'question' | 'outcome'>;

/**
 * Where the group's decision leads: a candidate in, out or to a later meeting. Any other decision leaves the case as it
 * is, a postponed one too: it is what others act on.
 */
export const decide = (kase: Case, decision: Deciding, at: Instant): Result<Case, Refusal> => {
  const { question, outcome } = decision;
  if (questionOn(kase) !== question || !OUTCOMES[question].includes(outcome.kind)) return err(WRONG_STATE);
  return ok(question === 'intake' ? afterIntake(kase, decision, at) : kase);
};

export const carriesDecision = (kase: Case): DecisionId | undefined =>
  'decision' in kase ? kase.decision : undefined;
