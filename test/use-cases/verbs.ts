import { type Case } from '../../src/domain/case';
import { type TimeOfDay } from '../../src/domain/time';
import { aCase, anAction, anItem, doneAction } from '../builders/cases';
import { actionId, agencyId, caseId, day, meetingId, personId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import { type Changing } from './changing';
import { DELEGATION_VERBS } from './delegation-verbs';
import { BY_HAND_VERBS, ORDER_VERBS } from './agenda-verbs';
import { GAP_VERBS, INCIDENT_VERBS } from './learning-verbs';
import { MINUTES_VERBS } from './minutes-verbs';
import { AUTHOR, type House, OWNER, putReferral, putTaskIn, type Who } from './asking';

const CASE = caseId();
const ACTION = { caseId: CASE, actionId: actionId() };
const ITEM = { caseId: CASE, meetingId: meetingId() };
const UUID = '11111111-2222-4333-8444-555555555555';

export const CONSENT = {
  preset: 'coordination',
  understands: 'yes',
  'asked-by': AUTHOR,
  how: 'oral',
  when: '2026-12-04',
  until: '2027-06-04',
} as const;
/** The ways that `aConsent` opens, as they stand in the matrix. */
const OPEN_NOW = { 'see-B-sosiale-tjenester': 'kronstad-dps' };
export const NEW_ACTION = {
  title: 'clarify-living',
  owner: OWNER,
  due: day('2026-12-11'),
  detail: '',
  detailIn: 'C',
} as const;
export const PLAN_VALUES = {
  'goal-1': 'Et sted å bo',
  contact: OWNER,
  measures: '',
  review: '2027-01-15',
} as const;
export const PERSON_VALUES = {
  name: 'Medlem, politiet',
  roles: 'member',
  agency: 'innsatsgruppen',
  service: 'Innsatsgruppen',
  seat: 'politi',
  language: 'nn',
  'tenant-id': UUID,
  'object-id': UUID,
} as const;

const inState =
  (state: Case['state']) =>
  (house: House, over: object = {}): void => {
    putReferral(house, { state, ...over });
  };
const ended = (house: House): void => {
  putReferral(house, { state: 'concluded', presented: true } as never);
};
const onCase = (
  operation: string,
  by: Who,
  more: Pick<Changing, 'ask'> & { readonly from?: Case['state'] },
): Changing => ({
  operation,
  by,
  rule: `${operation}/${by}`,
  subject: CASE,
  given: inState(more.from ?? 'submitted'),
  ask: more.ask,
  tooLate: ended,
});

/** A verb that no state forbids. */
const inAnyState = ({ tooLate: _, ...verb }: Changing): Changing => verb;

const onAction = (operation: string, by: Who, ask: Changing['ask']): Changing => ({
  operation,
  by,
  rule: `${operation}/${by}`,
  subject: CASE,
  given: (house, over = {}) => {
    putTaskIn(house, { kase: aCase({ state: 'mapping', ...over } as never), action: anAction() });
  },
  ask,
  tooLate: house => {
    putTaskIn(house, { kase: aCase({ state: 'mapping' }), action: doneAction() });
  },
});

const onDraft = (operation: string, ask: Changing['ask']): Changing => ({
  operation,
  by: 'author',
  rule: `${operation}/author`,
  subject: CASE,
  given: house => {
    house.putDraft(aDraft());
  },
  ask,
});

const onMeeting = (
  operation: string,
  given: (house: House) => void,
  more: Pick<Changing, 'ask' | 'tooLate'>,
): Changing => ({
  operation,
  by: 'coordinator',
  rule: `${operation}/coordinator`,
  subject: meetingId(),
  given,
  ...more,
});

const over = (house: House): void => {
  house.putMeeting({ ...aRunningMeeting(), state: 'ended', endedAt: house.inside.now });
};

export const CASE_VERBS: readonly Changing[] = [
  ...BY_HAND_VERBS,
  ...INCIDENT_VERBS,
  onCase('add-information', 'author', {
    from: 'needs-info',
    ask: (does, asked) => does.addInformation({ ...asked, caseId: CASE, values: SHORTEST_FORM }),
  }),
  onCase('record-informed', 'author', {
    ask: (does, asked) =>
      does.recordInformed({ ...asked, caseId: CASE, informed: 'today', contactConsent: 'no' }),
  }),
  onCase('name-candidate', 'author', {
    ask: (does, asked) => does.nameCandidate({ ...asked, caseId: CASE, identity: { name: 'Kandidat' } }),
  }),
  onCase('withdraw-referral', 'author', {
    ask: (does, asked) => does.withdrawReferral({ ...asked, caseId: CASE }),
  }),
  onCase('request-information', 'coordinator', {
    ask: (does, asked) =>
      does.requestInformation({ ...asked, caseId: CASE, missing: 'asked', answerBy: day('2026-12-11') }),
  }),
  onCase('mark-ready', 'coordinator', { ask: (does, asked) => does.markReady({ ...asked, caseId: CASE }) }),
  onCase('mark-urgent', 'coordinator', {
    ask: (does, asked) => does.markUrgent({ ...asked, caseId: CASE, reason: 'Løslates fredag' }),
  }),
  inAnyState(
    onCase('declare-disqualified', 'coordinator', {
      ask: (does, asked) => does.declareDisqualified({ ...asked, caseId: CASE }),
    }),
  ),
  onCase('return-to-agenda', 'coordinator', {
    from: 'deferred',
    ask: (does, asked) => does.returnToAgenda({ ...asked, caseId: CASE }),
  }),
  onCase('record-consent', 'coordinator', {
    from: 'awaiting-consent',
    ask: (does, asked) => does.recordConsent({ ...asked, caseId: CASE, values: CONSENT }),
  }),
  onCase('renew-consent', 'coordinator', {
    from: 'active',
    ask: (does, asked) => does.renewConsent({ ...asked, caseId: CASE, values: CONSENT }),
  }),
  onCase('narrow-consent', 'coordinator', {
    from: 'active',
    ask: (does, asked) =>
      does.narrowConsent({ ...asked, caseId: CASE, until: '2027-01-04', ticks: OPEN_NOW }),
  }),
  onCase('ask-again', 'coordinator', {
    from: 'withdrawn',
    ask: (does, asked) => does.askAgain({ ...asked, caseId: CASE }),
  }),
  onCase('refuse-consent', 'coordinator', {
    from: 'awaiting-consent',
    ask: (does, asked) => does.refuseConsent({ ...asked, caseId: CASE, askAgainAfter: day('2027-06-04') }),
  }),
  onCase('withdraw-consent', 'author', {
    from: 'active',
    ask: (does, asked) => does.withdrawConsent({ ...asked, caseId: CASE }),
  }),
  onCase('record-mapping', 'author', {
    from: 'mapping',
    ask: (does, asked) => does.recordMapping({ ...asked, caseId: CASE, values: { housing: 'red' } }),
  }),
  onCase('start-measures', 'coordinator', {
    from: 'mapping',
    ask: (does, asked) => does.startMeasures({ ...asked, caseId: CASE }),
  }),
  onCase('write-plan', 'coordinator', {
    from: 'active',
    ask: (does, asked) => does.writePlan({ ...asked, caseId: CASE, values: PLAN_VALUES }),
  }),
  onCase('create-action', 'coordinator', {
    from: 'mapping',
    ask: (does, asked) => does.createAction({ ...asked, caseId: CASE, ...NEW_ACTION }),
  }),
  inAnyState({
    ...onCase('record-archive-ref', 'coordinator', {
      from: 'concluded',
      ask: (does, asked) => does.recordArchiveRef({ ...asked, caseId: CASE, ref: '2026/1' }),
    }),
    given: (house, more = {}) => {
      inState('concluded')(house, { exportedAt: house.inside.now, ...more });
    },
  }),
  onAction('complete-action', 'owner', (does, asked) =>
    does.completeAction({ ...asked, ...ACTION, outcome: 'partly' }),
  ),
  onAction('ask-new-date', 'owner', (does, asked) =>
    does.askNewDate({ ...asked, ...ACTION, due: day('2026-12-18'), reason: 'no-contact' }),
  ),
  onAction('block-action', 'owner', (does, asked) =>
    does.blockAction({ ...asked, ...ACTION, gap: 'housing' }),
  ),
  onAction('grant-new-date', 'coordinator', (does, asked) =>
    does.grantNewDate({ ...asked, ...ACTION, due: day('2026-12-18') }),
  ),
  ...DELEGATION_VERBS,
  {
    ...onCase('record-decision', 'coordinator', {
      ask: (does, asked) =>
        does.recordDecision({
          ...asked,
          ...ITEM,
          outcome: { kind: 'taken-in' },
          rationale: 'Samlet innsats',
        }),
    }),
    given: (house, more = {}) => {
      putReferral(house, {
        state: 'ready-for-review',
        presented: true,
        meetingId: ITEM.meetingId,
        ...more,
      } as never);
      house.putMeeting(aRunningMeeting());
      house.putItem(anItem());
    },
    tooLate: house => {
      putReferral(house, { state: 'deferred', presented: true } as never);
      house.putMeeting(aRunningMeeting());
      house.putItem(anItem({ closed: true }));
    },
  },
];

export const DRAFT_VERBS: readonly Changing[] = [
  onDraft('save-draft', (does, asked) =>
    does.saveDraft({ ...asked, draftId: CASE, values: { words: 'Ja' } }),
  ),
  onDraft('review-referral', (does, asked) =>
    does.reviewReferral({ ...asked, draftId: CASE, values: SHORTEST_FORM }),
  ),
  onDraft('name-draft', (does, asked) =>
    does.nameDraft({ ...asked, draftId: CASE, identity: { name: 'Kandidat' } }),
  ),
  onDraft('delete-draft', (does, asked) => does.deleteDraft({ ...asked, draftId: CASE })),
  onDraft('submit-referral', (does, asked) => does.submitReferral({ ...asked, draftId: CASE })),
];

const MEETING_VALUES = {
  ...{ day: '2026-12-09', time: '09:00', place: 'Møterom 1', link: '' },
  ...{ length: '90', chair: 'moteleder' },
};

export const MEETING_VERBS: readonly Changing[] = [
  ...ORDER_VERBS,
  ...MINUTES_VERBS,
  ...GAP_VERBS,
  onMeeting(
    'publish-agenda',
    house => {
      house.putMeeting(aMeeting());
      putReferral(house, { state: 'ready-for-review' } as never);
    },
    { ask: (does, asked) => does.publishAgenda({ ...asked, meetingId: meetingId() }), tooLate: over },
  ),
  onMeeting(
    'record-meeting-ref',
    house => {
      const { now } = house.inside;
      const running = aRunningMeeting();
      const approved = { by: personId('moteleder'), at: now };
      house.putMeeting({ ...running, state: 'ended', endedAt: now, approved, exportedAt: now });
    },
    {
      ask: (does, asked) => does.recordMeetingRef({ ...asked, meetingId: meetingId(), ref: '2026/1' }),
      tooLate: over,
    },
  ),
  onMeeting(
    'start-meeting',
    house => {
      house.putMeeting(aMeeting({ publishedAt: house.inside.now, on: day('2026-12-04') }));
    },
    {
      ask: (does, asked) => does.startMeeting({ ...asked, meetingId: meetingId(), present: [] }),
      tooLate: over,
    },
  ),
  onMeeting(
    'plan-meeting',
    house => {
      house.putMeeting(aMeeting());
    },
    {
      ask: (does, asked) =>
        does.planMeeting({
          ...asked,
          ...{ meetingId: meetingId(), revision: 0, values: { ...MEETING_VALUES, place: 'Møterom 2' } },
        }),
      tooLate: over,
    },
  ),
  onMeeting(
    'cancel-meeting',
    house => {
      house.putMeeting(aMeeting());
    },
    {
      ask: (does, asked) => does.cancelMeeting({ ...asked, meetingId: meetingId(), reason: 'other' }),
      tooLate: over,
    },
  ),
  onMeeting(
    'take-up-item',
    house => {
      const meeting = { presented: true, meetingId: meetingId() };
      putReferral(house, { state: 'ready-for-review', ...meeting } as never);
      house.putItem(anItem());
      house.putMeeting(aRunningMeeting({ agenda: [CASE] }));
    },
    { ask: (does, asked) => does.takeUpItem({ ...asked, ...ITEM }), tooLate: over },
  ),
  onMeeting(
    'end-meeting',
    house => {
      house.putMeeting(aRunningMeeting());
    },
    { ask: (does, asked) => does.endMeeting({ ...asked, meetingId: meetingId() }), tooLate: over },
  ),
];

const ofPeople = (operation: string, subject: string, ask: Changing['ask']): Changing => ({
  operation,
  by: 'admin',
  rule: `${operation}/admin`,
  subject,
  given: () => undefined,
  ask,
});
export const PEOPLE_VERBS: readonly Changing[] = [
  ofPeople('save-person', personId('medlem-dps'), (does, asked) =>
    does.savePerson({ ...asked, personId: personId('medlem-dps'), values: PERSON_VALUES }),
  ),
  ofPeople('remove-person', personId('medlem-dps'), (does, asked) =>
    does.removePerson({ ...asked, personId: personId('medlem-dps') }),
  ),
];

const ofOneself = (operation: string, ask: Changing['ask']): Changing => ({
  ...ofPeople(operation, personId('tilgangsansvarlig'), ask),
  rule: `${operation}/self`,
});
/** What everyone may say of themselves. */
export const SELF_VERBS: readonly Changing[] = [
  ofOneself('choose-language', (does, asked) => does.chooseLanguage({ ...asked, language: 'en' })),
  ofOneself('choose-hours', (does, asked) => does.chooseHours({ ...asked, hour: '10:00' as TimeOfDay })),
  ofOneself('set-absence', (does, asked) =>
    does.setAbsence({ ...asked, values: { from: '2026-12-07', to: '2026-12-11' } }),
  ),
];

/** One look that shows something, and what it is a look at. */
export type Looking = Pick<Changing, 'operation' | 'by' | 'rule' | 'subject' | 'given' | 'ask'> & {
  /** Process only, or one's own typing: shown without an event of its own. */
  readonly silent?: true;
};

const atCase = (
  operation: string,
  rule: string,
  more: Pick<Looking, 'ask'> & { readonly from?: Case['state']; readonly by: Who },
): Looking => ({
  operation,
  rule,
  by: more.by,
  subject: CASE,
  given: inState(more.from ?? 'submitted'),
  ask: more.ask,
});

export const CASE_LOOKS: readonly Looking[] = [
  atCase('open-case', 'open-case/coordinator', {
    by: 'coordinator',
    ask: (does, asked) => does.openCase({ ...asked, caseId: CASE }),
  }),
  atCase('open-incidents', 'open-incidents/coordinator', {
    by: 'coordinator',
    ask: (does, asked) => does.openIncidents({ ...asked, caseId: CASE }),
  }),
  atCase('start-record-incident', 'record-incident/author', {
    by: 'author',
    ask: (does, asked) => does.startIncident({ ...asked, caseId: CASE }),
  }),
  atCase('start-record-gap', 'record-gap/author', {
    by: 'author',
    ask: (does, asked) => does.startGap({ ...asked, caseId: CASE }),
  }),
  atCase('start-information', 'add-information/author', {
    by: 'author',
    ask: (does, asked) => does.startInformation({ ...asked, caseId: CASE }),
  }),
  atCase('start-name-candidate', 'name-candidate/author', {
    by: 'author',
    ask: (does, asked) => does.startIdentity({ ...asked, caseId: CASE }),
  }),
  atCase('start-record-informed', 'record-informed/author', {
    by: 'author',
    ask: (does, asked) => does.startInformed({ ...asked, caseId: CASE }),
  }),
  atCase('start-record-consent', 'record-consent/coordinator', {
    by: 'coordinator',
    ask: (does, asked) => does.startConsent({ ...asked, caseId: CASE }),
  }),
  atCase('start-record-consent', 'record-consent/author', {
    by: 'author',
    ask: (does, asked) => does.adjustConsent({ ...asked, caseId: CASE, values: CONSENT }),
  }),
  atCase('start-renew-consent', 'renew-consent/coordinator', {
    by: 'coordinator',
    from: 'active',
    ask: (does, asked) => does.startRenewal({ ...asked, caseId: CASE }),
  }),
  atCase('start-narrow-consent', 'narrow-consent/coordinator', {
    by: 'coordinator',
    from: 'consent-expired',
    ask: (does, asked) => does.startNarrowing({ ...asked, caseId: CASE }),
  }),
  atCase('open-consent', 'open-consent/coordinator', {
    by: 'coordinator',
    ask: (does, asked) => does.openConsent({ ...asked, caseId: CASE }),
  }),
  atCase('open-decisions', 'open-item/coordinator', {
    by: 'coordinator',
    from: 'active',
    ask: (does, asked) => does.openDecisions({ ...asked, caseId: CASE }),
  }),
  atCase('start-create-action', 'create-action/coordinator', {
    by: 'coordinator',
    from: 'active',
    ask: (does, asked) => does.startAction({ ...asked, caseId: CASE }),
  }),
  atCase('open-mapping', 'open-mapping/author', {
    by: 'author',
    from: 'active',
    ask: (does, asked) => does.openMapping({ ...asked, caseId: CASE }),
  }),
  atCase('start-record-mapping', 'record-mapping/author', {
    by: 'author',
    from: 'mapping',
    ask: (does, asked) => does.startMapping({ ...asked, caseId: CASE }),
  }),
  atCase('open-plan', 'open-plan/coordinator', {
    by: 'coordinator',
    from: 'active',
    ask: (does, asked) => does.openPlan({ ...asked, caseId: CASE }),
  }),
  atCase('start-write-plan', 'write-plan/coordinator', {
    by: 'coordinator',
    from: 'active',
    ask: (does, asked) => does.startPlan({ ...asked, caseId: CASE }),
  }),
  {
    operation: 'open-action',
    rule: 'open-action/owner',
    by: 'owner',
    subject: ACTION.actionId,
    given: (house, more = {}) => {
      const action = anAction({ detailIn: 'C', agency: agencyId('sosiale-tjenester') });
      const kase = aCase({ state: 'mapping', ...more } as never);
      putTaskIn(house, { kase, action }, { detail: 'Ring utleier' });
    },
    ask: (does, asked) => does.openAction({ ...asked, ...ACTION }),
  },
  {
    operation: 'start-decision',
    rule: 'record-decision/coordinator',
    by: 'coordinator',
    subject: CASE,
    given: (house, more = {}) => {
      const onAgenda = { presented: true, meetingId: meetingId(), ...more };
      putReferral(house, { state: 'ready-for-review', ...onAgenda } as never);
      house.putMeeting(aRunningMeeting());
      house.putItem(anItem());
    },
    ask: (does, asked) => does.startDecision({ ...asked, ...ITEM, inChannel: false }),
  },
  {
    operation: 'open-item',
    rule: 'open-item',
    by: 'member',
    subject: CASE,
    silent: true,
    given: (house, more = {}) => {
      putReferral(house, { state: 'ready-for-review', presented: true, ...more } as never);
      house.putMeeting(aRunningMeeting());
      house.putItem(anItem());
    },
    ask: (does, asked) => does.openItem({ ...asked, ...ITEM }),
  },
];

const atList = (operation: string, by: Who, ask: Looking['ask']): Looking => ({
  operation,
  by,
  rule: `${operation}/${by === 'author' ? 'referrer' : by}`,
  subject: by === 'author' ? AUTHOR : personId(by === 'admin' ? 'tilgangsansvarlig' : 'koordinator'),
  given: inState('submitted'),
  ask,
});
export const LISTS: readonly Looking[] = [
  atList('list-my-referrals', 'author', (does, asked) => does.listMyReferrals(asked)),
  atList('open-gaps', 'coordinator', (does, asked) => does.openGaps(asked)),
  atList('open-inbox', 'coordinator', (does, asked) => does.openInbox(asked)),
  atList('open-agenda', 'coordinator', (does, asked) => does.openAgenda(asked)),
  atList('open-access', 'admin', (does, asked) => does.openAccess(asked)),
];
