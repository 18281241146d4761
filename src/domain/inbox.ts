import { type Action } from './action';
import { type Case } from './case';
import { type CaseCode } from './code';
import { type ActionId, type CaseId, type PersonId } from './ids';
import { type Calendar, daysBetween, type Instant, type LocalDate } from './time';

/** What waits for the coordinator, each with its next step (design.md §3). */
export const NEXT_STEPS = [
  'check-referral',
  'read-new-information',
  'record-consent-answer',
  'raise-consent-again',
  'grant-new-date',
  'install-app',
  'read-dead-letter',
  'return-to-agenda',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export type InboxEntry = {
  readonly step: NextStep;
  readonly since: Instant;
  readonly caseId?: CaseId;
  readonly code?: CaseCode;
  readonly actionId?: ActionId;
  readonly state?: Case['state'];
  readonly person?: PersonId;
  readonly urgent: boolean;
};

/** How long a case may wait for consent before it returns to the agenda (domain.md §3, ours). */
export const CONSENT_DAYS = 28;

/** Undefined where somebody else has the next step, or nobody has. */
const STEP_IN: Readonly<Partial<Record<Case['state'], NextStep>>> = {
  submitted: 'check-referral',
  deferred: 'return-to-agenda',
  'awaiting-consent': 'record-consent-answer',
};

const waitsTooLong = (kase: Case, today: LocalDate, calendar: Calendar): boolean =>
  kase.state === 'awaiting-consent' && daysBetween(calendar.dayOf(kase.since), today) > CONSENT_DAYS;

const stepFor = (kase: Case, today: LocalDate, calendar: Calendar): NextStep | undefined => {
  if (waitsTooLong(kase, today, calendar)) return 'raise-consent-again';
  return kase.state === 'submitted' && kase.answered ? 'read-new-information' : STEP_IN[kase.state];
};

const caseEntry = (kase: Case, today: LocalDate, calendar: Calendar): readonly InboxEntry[] => {
  const step = stepFor(kase, today, calendar);
  if (step === undefined) return [];
  const { id, code, state, since } = kase;
  return [{ step, since, caseId: id, code, state, urgent: kase.urgent || step === 'raise-consent-again' }];
};
const actionEntry = (action: Action): readonly InboxEntry[] =>
  action.asked === undefined
    ? []
    : [
        {
          step: 'grant-new-date',
          since: action.asked.at,
          caseId: action.caseId,
          code: action.code,
          actionId: action.id,
          urgent: false,
        },
      ];

type Waiting = {
  readonly cases: readonly Case[];
  readonly actions: readonly Action[];
  /** People who cannot be reached, and what could not be delivered. */
  readonly troubles: readonly InboxEntry[];
};

const oldestFirst = (entries: readonly InboxEntry[]): readonly InboxEntry[] =>
  [...entries].sort((one, other) => one.since.localeCompare(other.since));

/** Everything that waits, oldest first; what could not be delivered after the cases, so that it hides none of them. */
export const inboxOf = (waiting: Waiting, today: LocalDate, calendar: Calendar): readonly InboxEntry[] => [
  ...oldestFirst([
    ...waiting.cases.flatMap(kase => caseEntry(kase, today, calendar)),
    ...waiting.actions.flatMap(actionEntry),
  ]),
  ...oldestFirst(waiting.troubles),
];
