import { type Action } from './action';
import { type Case, type ConsentRefused, isParticipant } from './case';
import { remindOfCase, remindOfMeeting } from './archive';
import { type Consent } from './consent';
import { canBeAskedAgain } from './consent-steps';
import { type NewGap } from './gap';
import { type InboxEntry, type NextStep } from './inbox-entry';
import { type Meeting } from './meeting';
import { isPaused } from './pause';
import { missedFrom, type Sharing } from './sharing';
import { type Calendar, daysBetween, type Instant, type LocalDate, plusDays, type TimeOfDay } from './time';

export { NEXT_STEPS, type InboxEntry, type NextStep } from './inbox-entry';

const MORNING = '08:00' as TimeOfDay;
/** How long a case may wait for consent before it returns to the agenda (domain.md §3, ours). */
export const CONSENT_DAYS = 28;

/** Undefined where somebody else has the next step, or nobody has. */
const STEP_IN: Readonly<Partial<Record<Case['state'], NextStep>>> = {
  submitted: 'check-referral',
  deferred: 'return-to-agenda',
  'awaiting-consent': 'record-consent-answer',
};

/** How long before its last day a consent is spoken of (domain.md §3, ours). */
const RENEWAL_DAYS = 28;

const waitsTooLong = (kase: Case, today: LocalDate, calendar: Calendar): boolean =>
  kase.state === 'awaiting-consent' && daysBetween(calendar.dayOf(kase.since), today) > CONSENT_DAYS;

const stepFor = (kase: Case, today: LocalDate, calendar: Calendar): NextStep | undefined => {
  if (waitsTooLong(kase, today, calendar)) return 'raise-consent-again';
  return kase.state === 'submitted' && kase.answered ? 'read-new-information' : STEP_IN[kase.state];
};

type Step = Pick<InboxEntry, 'step' | 'since' | 'until' | 'on'>;

/** A consent is spoken of from that day on, and not from before there was one. */
const renewal = ({ until, recordedAt }: Consent, today: LocalDate, calendar: Calendar): Step | undefined => {
  const from = plusDays(until, -RENEWAL_DAYS);
  if (today < from) return undefined;
  const since = calendar.at(from, MORNING);
  return { step: 'renew-consent', since: since > recordedAt ? since : recordedAt, until };
};

/** A no is taken up again on the day that was agreed, while there is something to take up. */
const askedAgain = (kase: ConsentRefused, today: LocalDate, calendar: Calendar): Step | undefined =>
  kase.askAgainAfter <= today && canBeAskedAgain(kase)
    ? { step: 'ask-again', since: calendar.at(kase.askAgainAfter, MORNING) }
    : undefined;

/** It comes back on its day, and waits there until somebody has taken it up. */
const pauseIsOver = ({ pausedUntil }: Case, calendar: Calendar): Step | undefined =>
  pausedUntil && { step: 'pause-is-over', since: calendar.at(pausedUntil, MORNING), on: pausedUntil };

const ownStep = (kase: Case, today: LocalDate, calendar: Calendar): Step | undefined => {
  if (isParticipant(kase)) return renewal(kase.consent, today, calendar);
  const { since } = kase;
  if (kase.state === 'consent-expired') return { step: 'ask-consent-anew', since, until: kase.consent.until };
  if (kase.state === 'consent-refused') return askedAgain(kase, today, calendar);
  const step = stepFor(kase, today, calendar);
  return step && { step, since };
};

/** Before its day nothing is asked of a case that waits. */
const waitingStep = (kase: Case, today: LocalDate, calendar: Calendar): Step | undefined =>
  isPaused(kase, today) ? undefined : (pauseIsOver(kase, calendar) ?? ownStep(kase, today, calendar));

const caseEntry = (kase: Case, today: LocalDate, calendar: Calendar): readonly InboxEntry[] => {
  const waiting = waitingStep(kase, today, calendar);
  if (waiting === undefined) return [];
  const { id, code, state } = kase;
  const urgent = kase.urgent || waiting.step === 'raise-consent-again';
  return [{ ...waiting, caseId: id, code, state, urgent }];
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

type MissedReview = { readonly kase: Case; readonly sharing: Sharing };
/** How long a review that was missed is spoken of (ours): two meetings of the group. */
export const MISSED_DAYS = 28;

const missedEntry = ({ kase: { id, code, state }, sharing }: MissedReview): InboxEntry => ({
  step: 'sharing-not-reviewed',
  since: missedFrom(sharing),
  caseId: id,
  code,
  state,
  urgent: true,
});

const archiveCase = (kase: Case, today: LocalDate, calendar: Calendar): readonly InboxEntry[] => {
  const from = remindOfCase(kase, calendar);
  if (from === undefined || today < from) return [];
  const { id, code, state } = kase;
  return [
    { step: 'archive-case', since: calendar.at(from, MORNING), caseId: id, code, state, urgent: false },
  ];
};
const archiveMeeting = (meeting: Meeting, today: LocalDate, calendar: Calendar): readonly InboxEntry[] => {
  const from = remindOfMeeting(meeting, calendar);
  if (from === undefined || today < from) return [];
  const { id, on } = meeting;
  return [{ step: 'archive-meeting', since: calendar.at(from, MORNING), meetingId: id, on, urgent: false }];
};

const gapEntry = ({ id, recordedAt }: NewGap): InboxEntry => ({
  step: 'clear-gap',
  since: recordedAt,
  gapId: id,
  urgent: false,
});

type Unpublished = { readonly on: LocalDate; readonly deadline: Instant };
const agendaEntry = ({ on, deadline }: Unpublished): InboxEntry => ({
  step: 'publish-agenda',
  since: deadline,
  on,
  urgent: false,
});

const isWaiting = ({ cases }: Waiting, { caseId }: Action, today: LocalDate): boolean =>
  cases.some(kase => kase.id === caseId && isPaused(kase, today));

type Waiting = {
  readonly cases: readonly Case[];
  readonly actions: readonly Action[];
  /** Cases where something was shared without consent, and nobody reviewed it in time. */
  readonly missed?: readonly MissedReview[];
  /** The next meeting's, once innspill were due and nobody has published it. */
  readonly agenda?: Unpublished;
  /** Tasks whose owner can do nothing any more. */
  readonly gone?: readonly InboxEntry[];
  /** Gaps whose text nobody has cleared yet. */
  readonly gaps?: readonly NewGap[];
  /** Those that nobody has archived. */
  readonly meetings?: readonly Meeting[];
  /** People who cannot be reached, and what could not be delivered. */
  readonly troubles: readonly InboxEntry[];
};

const oldestFirst = (entries: readonly InboxEntry[]): readonly InboxEntry[] =>
  [...entries].sort((one, other) => one.since.localeCompare(other.since));

/** Everything that waits, oldest first; what could not be delivered after the cases, so that it hides none of them. */
export const inboxOf = (waiting: Waiting, today: LocalDate, calendar: Calendar): readonly InboxEntry[] => [
  ...oldestFirst([
    ...waiting.cases.flatMap(kase => caseEntry(kase, today, calendar)),
    ...waiting.cases.flatMap(kase => archiveCase(kase, today, calendar)),
    ...(waiting.meetings ?? []).flatMap(meeting => archiveMeeting(meeting, today, calendar)),
    ...waiting.actions.filter(action => !isWaiting(waiting, action, today)).flatMap(actionEntry),
    ...(waiting.gone ?? []),
    ...(waiting.missed ?? []).map(missedEntry),
    ...(waiting.agenda === undefined ? [] : [agendaEntry(waiting.agenda)]),
    ...(waiting.gaps ?? []).map(gapEntry),
  ]),
  ...oldestFirst(waiting.troubles),
];
