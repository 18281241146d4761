import { type Action, type OpenAction } from '../../src/domain/action';
import { type AgendaItem } from '../../src/domain/agenda';
import { type Case, type CaseFacts, type CaseState } from '../../src/domain/case';
import { type Consent } from '../../src/domain/consent';
import { type Decision } from '../../src/domain/decision';
import { type Disqualification } from '../../src/domain/disqualification';
import { type PersonId } from '../../src/domain/ids';
import { type Sharing } from '../../src/domain/sharing';
import {
  actionId,
  agencyId,
  caseCode,
  caseId,
  day,
  decisionId,
  instant,
  meetingId,
  NOON,
  personId,
  sharingId,
  statuteId,
} from './ids';

export const aConsent = (over: Partial<Consent> = {}): Consent => ({
  version: 1,
  scope: 'coordination',
  grants: [{ group: 'B', from: agencyId('sosiale-tjenester'), to: agencyId('kronstad-dps') }],
  leftOut: [agencyId('innsatsgruppen')],
  withheld: [],
  askedBy: personId('innmelder'),
  recordedIn: agencyId('sosiale-tjenester'),
  statutes: [statuteId('hpl-22')],
  legalBasis: [statuteId('gdpr-6-1-e')],
  how: 'oral',
  givenOn: day('2026-12-04'),
  until: day('2027-06-04'),
  recordedAt: NOON,
  ...over,
});

export const aDisqualification = (person: PersonId): Disqualification => ({
  person,
  by: person,
  at: NOON,
  reason: 'relation',
});

/** Pushed to one police person for an hour from noon, by the hospital department. */
export const aSharing = (over: Partial<Sharing> = {}): Sharing => ({
  id: sharingId(),
  from: agencyId('kronstad-dps'),
  by: personId('medlem-dps'),
  groups: ['B', 'F'],
  to: [personId('medlem-politi')],
  statute: statuteId('hpl-31'),
  telling: 'soon',
  sharedAt: NOON,
  until: instant('2026-12-04T12:00'),
  ...over,
});

const someFacts = (): CaseFacts => ({
  id: caseId(),
  code: caseCode(),
  origin: agencyId('sosiale-tjenester'),
  author: personId('innmelder'),
  submittedAt: NOON,
  since: NOON,
  informed: 'week',
  contactConsent: 'yes',
  informedAt: NOON,
  recognisable: false,
  urgent: false,
  named: false,
  presented: false,
  disqualified: [],
  holdings: [],
  actions: [],
  consents: 0,
  sharings: [],
  past: [],
});

const decided = { decision: decisionId() };

/** What a state must carry beside the facts. */
const SPECIFIC: { readonly [S in CaseState]: () => Omit<Extract<Case, { state: S }>, keyof CaseFacts> } = {
  submitted: () => ({ state: 'submitted', answered: false }),
  'needs-info': () => ({ state: 'needs-info', missing: 'criteria', answerBy: day('2026-12-11') }),
  'ready-for-review': () => ({ state: 'ready-for-review' }),
  deferred: () => ({ state: 'deferred', reason: 'time', ...decided }),
  declined: () => ({ state: 'declined', reason: 'outside', ...decided }),
  'awaiting-consent': () => ({ state: 'awaiting-consent', ...decided }),
  'consent-refused': () => ({ state: 'consent-refused', askAgainAfter: day('2027-03-04') }),
  mapping: () => ({ state: 'mapping', consent: aConsent(), ...decided }),
  active: () => ({ state: 'active', consent: aConsent(), ...decided }),
  'consent-expired': () => ({
    state: 'consent-expired',
    cameFrom: 'active',
    consent: aConsent(),
    ...decided,
  }),
  withdrawn: () => ({ state: 'withdrawn', askAgainAfter: day('2026-12-04'), ...decided }),
  concluded: () => ({ state: 'concluded', reason: 'ordinary' }),
  'referral-withdrawn': () => ({ state: 'referral-withdrawn' }),
};

type CaseIn<S extends CaseState> = Extract<Case, { readonly state: S }>;

/** A case in any state, submitted when none is named. What the state must carry comes by itself. */
export const aCase = <S extends CaseState = 'submitted'>(
  over: Partial<CaseIn<S>> & { readonly state?: S } = {},
): CaseIn<S> => {
  const state: CaseState = over.state ?? 'submitted';
  return { ...someFacts(), ...SPECIFIC[state](), ...over } as unknown as CaseIn<S>;
};

/** A task that is open; `state` with what it carries makes it another. */
export const anAction = (over: Partial<OpenAction> = {}): OpenAction => ({
  id: actionId(),
  caseId: caseId(),
  code: caseCode(),
  title: 'clarify-living',
  owner: personId('ansvarlig'),
  agency: agencyId('sosiale-tjenester'),
  due: day('2026-12-11'),
  createdBy: personId('koordinator'),
  createdAt: NOON,
  state: 'open',
  ...over,
});

/** The same task, carried out. */
export const doneAction = (over: Partial<OpenAction> = {}): Action => ({
  ...anAction(over),
  state: 'done',
  outcome: 'carried-out',
  doneAt: NOON,
});

export const aDecision = (over: Partial<Decision> = {}): Decision => ({
  id: decisionId(),
  question: 'intake',
  outcome: { kind: 'taken-in' },
  on: day('2026-12-09'),
  recordedBy: personId('koordinator'),
  recordedAt: NOON,
  present: [],
  ...over,
});

export const anItem = (over: Partial<AgendaItem> = {}): AgendaItem => ({
  caseId: caseId(),
  code: caseCode(),
  meetingId: meetingId(),
  number: 1,
  kind: 'new-candidate',
  publishedAt: NOON,
  answered: [],
  closed: false,
  ...over,
});
