import { type Case } from '../domain/case';
import { consentStatus } from '../domain/consent-status';
import { mayBeDiscussed } from '../domain/discussion';
import { CONSENT_DAYS } from '../domain/inbox';
import { type Summary } from '../domain/summary';
import { type CaseSubject, summaryIn } from './case-subject';
import { type Drawing } from './drawing';
import { type FactRow } from './read-referral';
import { capital, dayOrToday, waited } from './wording';

type In<S extends Case['state']> = Extract<Case, { readonly state: S }>;
type Stated = {
  readonly [S in Case['state']]: (d: Drawing, kase: In<S>, summary?: Summary) => readonly FactRow[];
};

export const askedFact = ({ t }: Drawing, summary: Summary | undefined): readonly FactRow[] =>
  summary === undefined ? [] : [[t.kase.facts.asked, t.referral.answers.asked[summary.asked]]];

export const kindsFact = ({ t }: Drawing, summary: Summary | undefined): readonly FactRow[] => {
  if (summary === undefined) return [];
  const kinds = summary.kinds.map(kind => t.kase.kinds[kind]);
  return [[t.kase.facts.kinds, kinds.length === 0 ? t.kase.facts.noKinds : capital(t.list(kinds))]];
};

const waitedFact = (d: Drawing, { submittedAt }: Case): FactRow => [
  d.t.kase.facts.waited,
  waited(d, submittedAt),
];
const inStateFact = (d: Drawing, { since }: Case): FactRow => [d.t.kase.facts.inState, waited(d, since)];
const endedFact = ({ t, today, calendar }: Drawing, { since }: Case): FactRow => [
  t.kase.facts.ended,
  t.day(calendar.dayOf(since), today),
];

const actionsFact = ({ t, today }: Drawing, { actions }: Case): FactRow => {
  const open = actions.filter(({ state }) => state === 'open' || state === 'blocked');
  const [next] = open.map(({ due }) => due).sort();
  return [
    t.kase.facts.openActions,
    next === undefined ? t.kase.facts.none : t.kase.facts.nextDue(open.length, t.day(next, today)),
  ];
};

const consentFact = ({ t, today }: Drawing, kase: In<'mapping' | 'active' | 'consent-expired'>): FactRow => {
  const { consent, consentUntil, consentWas } = t.kase.facts;
  const say = consentStatus(kase, today) === 'expired' ? consentWas : consentUntil;
  return [consent, say(t.day(kase.consent.until, today))];
};

const participantFacts = (d: Drawing, kase: In<'mapping' | 'active'>): readonly FactRow[] => [
  inStateFact(d, kase),
  consentFact(d, kase),
  actionsFact(d, kase),
];

const FACTS: Stated = {
  submitted: (d, kase, summary) => [
    ...askedFact(d, summary),
    [d.t.kase.facts.submitted, dayOrToday(d, d.calendar.dayOf(kase.submittedAt))],
    [d.t.kase.facts.recognisable, kase.recognisable ? d.t.kase.yes : d.t.kase.no],
  ],
  'needs-info': (d, kase) => [
    [d.t.kase.facts.missing, d.t.kase.missing[kase.missing]],
    [d.t.kase.facts.answerBy, d.t.day(kase.answerBy, d.today)],
    waitedFact(d, kase),
  ],
  'ready-for-review': (d, kase, summary) => [
    ...askedFact(d, summary),
    waitedFact(d, kase),
    ...kindsFact(d, summary),
  ],
  deferred: (d, kase, summary) => [
    [d.t.kase.facts.reason, d.t.decision.deferReasons[kase.reason]],
    ...askedFact(d, summary),
    waitedFact(d, kase),
  ],
  declined: (d, kase) => [
    [d.t.kase.facts.reason, d.t.decision.declineReasons[kase.reason]],
    endedFact(d, kase),
  ],
  'awaiting-consent': (d, kase) => [
    [d.t.kase.facts.waited, d.t.kase.facts.withLimit(waited(d, kase.since), CONSENT_DAYS)],
    [d.t.kase.facts.contactConsent, d.t.referral.answers['contact-consent'][kase.contactConsent]],
    actionsFact(d, kase),
  ],
  'consent-refused': (d, kase) => [
    [d.t.kase.facts.answered, d.t.day(d.calendar.dayOf(kase.since), d.today)],
    [d.t.kase.facts.askAgain, d.t.kase.facts.after(d.t.day(kase.askAgainAfter, d.today))],
  ],
  mapping: participantFacts,
  active: participantFacts,
  'consent-expired': (d, kase) => [consentFact(d, kase), inStateFact(d, kase), actionsFact(d, kase)],
  withdrawn: (d, kase) => [endedFact(d, kase)],
  concluded: (d, kase) => [[d.t.kase.facts.reason, d.t.kase.endReasons[kase.reason]], endedFact(d, kase)],
  'referral-withdrawn': (d, kase) => [endedFact(d, kase)],
};

const stated = <S extends Case['state']>(
  d: Drawing,
  kase: In<S> & { readonly state: S },
  summary?: Summary,
): readonly FactRow[] => FACTS[kase.state](d, kase, summary);

/** At most three, those that matter in this state. */
export const topFacts = (d: Drawing, { kase, seen }: CaseSubject): readonly FactRow[] =>
  stated(d, kase, summaryIn(seen));

/** What happens next, and whose turn it is. */
export const leadOf = ({ t, today }: Drawing, { kase, nextMeeting }: CaseSubject): string => {
  const { leads } = t.kase;
  if (kase.state === 'ready-for-review') return leads['ready-for-review'](t.day(nextMeeting, today));
  if (kase.state !== 'submitted') return leads[kase.state];
  if (!mayBeDiscussed(kase, today)) return leads['consent-first'];
  return kase.answered ? leads.answered : leads.submitted;
};
