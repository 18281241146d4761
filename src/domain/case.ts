import { type ActionBrief } from './action-brief';
import { type ByHand } from './by-hand';
import { type CaseCode } from './code';
import { type Consent } from './consent';
import { type Disqualification } from './disqualification';
import { type Holding } from './groups';
import { type IncidentBrief } from './incident';
import { type AgencyId, type CaseId, type DecisionId, type MeetingId, type PersonId } from './ids';
import { type Archived } from './meeting';
import { type NotesBrief } from './notes-brief';
import { type PlanBrief } from './plan';
import { type DeclineReason, type DeferReason, type EndReason, type Missing } from './reasons';
import { type ContactConsent, type Informed } from './referral';
import { type Sharing } from './sharing';
import { type Instant, type LocalDate } from './time';

/** Process, group A of domain.md §5: what a case is whatever state it is in. Nothing here is sealed. */
export type CaseFacts = {
  readonly id: CaseId;
  readonly code: CaseCode;
  readonly origin: AgencyId;
  readonly author: PersonId;
  readonly submittedAt: Instant;
  /** When it came into the state it is in. */
  readonly since: Instant;
  readonly informed: Informed;
  readonly contactConsent: ContactConsent;
  /** When the two answers above were last given: the informed-clock counts from the submission. */
  readonly informedAt: Instant;
  readonly recognisable: boolean;
  readonly urgent: boolean;
  /** Whether an identity lies in B; never what it is. */
  readonly named: boolean;
  /** Put on an agenda now or before: what gives the seats standing (domain.md §15, "assigned"). */
  readonly presented: boolean;
  readonly disqualified: readonly Disqualification[];
  readonly holdings: readonly Holding[];
  /** An earlier case of the same person, known to the same agency (domain.md §3). Linked, never merged. */
  readonly linkedTo?: CaseId;
  /** The meeting whose agenda it stands on. */
  readonly meetingId?: MeetingId;
  /** When a meeting last spoke of it, or decided on it. */
  readonly takenUpOn?: LocalDate;
  /** It waits until that day: an admission, a sentence (domain.md §3). */
  readonly pausedUntil?: LocalDate;
  readonly byHand?: ByHand;
  /** The agencies that gave words with their innspill, while it is to be asked whether they stay. */
  readonly notes?: readonly NotesBrief[];
  /** The newest plan for progress in short; what it says lies sealed. */
  readonly plan?: PlanBrief;
  readonly incidents?: readonly IncidentBrief[];
  /** When it was last exported for the archive. */
  readonly exportedAt?: Instant;
  readonly archived?: Archived;
  /** Its content is gone, and its keys with it (domain.md §12). */
  readonly erasedOn?: LocalDate;
  /** Its keys are still to be destroyed: the clock does not rest before they are. */
  readonly erasing?: true;
  /** How many consents have been recorded here; the next one counts on. */
  readonly consents: number;
  /** What was shared without consent, open or shut. */
  readonly sharings: readonly Sharing[];
  /** Its tasks in short, so that standing and what is open are known from the case alone. */
  readonly actions: readonly ActionBrief[];
  /** The states it has left, oldest first. */
  readonly past: readonly Passed[];
};
type Passed = { readonly state: CaseState; readonly since: Instant };

/** A consent may come before the decision; it then lets the decision lead straight to mapping. */
export type BeforeDecision = CaseFacts & { readonly consent?: Consent };
type Decided = CaseFacts & { readonly decision: DecisionId };

export type Submitted = BeforeDecision & {
  readonly state: 'submitted';
  /** New information has come since the coordinator asked for it. */
  readonly answered: boolean;
};
export type NeedsInfo = BeforeDecision & {
  readonly state: 'needs-info';
  readonly missing: Missing;
  readonly answerBy: LocalDate;
};
export type ReadyForReview = BeforeDecision & { readonly state: 'ready-for-review' };
type Deferred = BeforeDecision & Decided & { readonly state: 'deferred'; readonly reason: DeferReason };
type Declined = Decided & { readonly state: 'declined'; readonly reason: DeclineReason };
export type AwaitingConsent = Decided & { readonly state: 'awaiting-consent' };
export type ConsentRefused = CaseFacts & {
  readonly state: 'consent-refused';
  readonly askAgainAfter: LocalDate;
  /** The group had taken them in before they said no. */
  readonly decision?: DecisionId;
};
export type Mapping = Decided & { readonly state: 'mapping'; readonly consent: Consent };
export type Active = Decided & { readonly state: 'active'; readonly consent: Consent };
export type ConsentExpired = Decided & {
  readonly state: 'consent-expired';
  readonly consent: Consent;
  readonly cameFrom: 'mapping' | 'active';
};
/** They may come back, when they want to. */
export type Withdrawn = Decided & { readonly state: 'withdrawn'; readonly askAgainAfter: LocalDate };
type Concluded = CaseFacts & { readonly state: 'concluded'; readonly reason: EndReason };
export type ReferralWithdrawn = CaseFacts & { readonly state: 'referral-withdrawn' };

export type Case =
  | Submitted
  | NeedsInfo
  | ReadyForReview
  | Deferred
  | Declined
  | AwaitingConsent
  | ConsentRefused
  | Mapping
  | Active
  | ConsentExpired
  | Withdrawn
  | Concluded
  | ReferralWithdrawn;
export type CaseState = Case['state'];

export const CASE_STATES = [
  'submitted',
  'needs-info',
  'ready-for-review',
  'deferred',
  'declined',
  'awaiting-consent',
  'consent-refused',
  'mapping',
  'active',
  'consent-expired',
  'withdrawn',
  'concluded',
  'referral-withdrawn',
] as const satisfies readonly CaseState[];

/** domain.md §3: the states that go nowhere, but for one that may be asked again. */
const ENDS: readonly CaseState[] = [
  'declined',
  'consent-refused',
  'withdrawn',
  'concluded',
  'referral-withdrawn',
];
export const isEnded = ({ state }: Pick<Case, 'state'>): boolean => ENDS.includes(state);

/** "submitted … awaiting-consent" of domain.md §15. */
export type BeforeConsent = Submitted | NeedsInfo | ReadyForReview | Deferred | AwaitingConsent;
const BEFORE_CONSENT: readonly CaseState[] = [
  'submitted',
  'needs-info',
  'ready-for-review',
  'deferred',
  'awaiting-consent',
];
export const isBeforeConsent = (kase: Case): kase is BeforeConsent => BEFORE_CONSENT.includes(kase.state);

/** A participant: taken in, and with a consent that this state rests on. */
export const isParticipant = (kase: Case): kase is Mapping | Active =>
  kase.state === 'mapping' || kase.state === 'active';
