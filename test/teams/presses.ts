import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { aCase, aConsent, anAction, anItem } from '../builders/cases';
import { mappingMark } from '../../src/use-cases/own-mapping';
import { sightOf } from '../../src/use-cases/sight';
import {
  agencyId,
  caseCode,
  caseId,
  day,
  derive,
  meetingId,
  NOON,
  personId,
  sharingId,
} from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { boxes } from '../fakes/store-cases';
import { aPerson } from '../builders/people';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import {
  heldBy,
  type House,
  ORIGIN,
  putReferral,
  putShared,
  putTaskIn,
  SEALED,
  type Who,
} from '../use-cases/asking';
import { type GoodPress } from './good-press';
import { ARCHIVING } from './archiving-presses';
import { ON_AGENDA } from './agenda-presses';
import { OPERATING } from './operating-presses';
import { DELEGATING } from './delegating-presses';
import { LEARNING } from './learning-presses';
import { RECORDING } from './recording-presses';
import { PERSON_VALUES, PLAN_VALUES } from '../use-cases/verbs';

const caseKey = { caseId: caseId() };
/** As the card was drawn, over no consent yet. */
const seenConsent = { ...caseKey, version: '0' };
const draftKey = { draftId: caseId() };
const meetingKey = { meetingId: meetingId() };
const itemKey = { ...caseKey, ...meetingKey };
const actionKey = { ...caseKey, actionId: anAction().id };

const nothing = (): void => undefined;
const referral =
  (state: Case['state'] = 'submitted', over: object = {}) =>
  (house: House): void => {
    putReferral(house, { state, presented: true, ...over });
  };
const draft = (house: House): void => {
  house.putDraft(aDraft());
};
const onAgenda = (house: House): void => {
  referral('ready-for-review', { meetingId: meetingId() })(house);
  house.putMeeting(aRunningMeeting({ agenda: [caseId()] }));
  house.putItem(anItem());
};
const SEEN = sightOf({ derive }, { kase: aCase({ state: 'ready-for-review' }), item: anItem() });
const task =
  (asked = false) =>
  (house: House): void => {
    const wanted = { asked: { due: day('2026-12-18'), reason: 'no-contact', at: NOON } } as const;
    const action = anAction({ detailIn: 'C', ...(asked ? wanted : {}) });
    const kase = aCase({ state: 'mapping', holdings: heldBy(ORIGIN), actions: [briefOf(action)] });
    putTaskIn(house, { kase, action }, { detail: 'Ring utleier' });
  };

const reading = (by: Who, given: GoodPress['given'] = nothing, data: GoodPress['data'] = {}): GoodPress => ({
  by,
  given,
  data,
  changes: false,
});
const changing = (by: Who, given: GoodPress['given'], data: GoodPress['data']): GoodPress => ({
  by,
  given,
  data,
  changes: true,
});

const sharingKey = { ...caseKey, sharingId: sharingId() };
const shared = (house: House): void => {
  putShared(house);
};
const SHARING_VALUES = {
  groups: 'C,F',
  minutes: '60',
  receivers: 'medlem-dps',
  statute: 'hpl-31',
  reason: 'Trussel i kveld',
  telling: 'soon',
  'not-enough': 'yes',
};

/** The meeting as it is, on another day. */
const MEETING_VALUES = {
  ...{ day: '2026-12-14', time: '09:00', place: 'Møterom 1', link: '' },
  ...{ length: '90', chair: 'moteleder' },
};

const CONSENT_VALUES = {
  preset: 'coordination',
  'left-out': 'innsatsgruppen',
  understands: 'yes',
  'asked-by': 'innmelder',
  how: 'oral',
  when: '2026-12-04',
  until: '2027-06-04',
};
const coordination = agencyId('sent-ute-koordinering');
const twoWays = {
  consent: aConsent({
    grants: ['kronstad-dps', 'innsatsgruppen'].map(to => ({ group: 'C', from: ORIGIN, to: agencyId(to) })),
  }),
};
const opened = { consent: aConsent({ grants: [{ group: 'C', from: coordination, to: ORIGIN }] }) };

const awayNow = (house: House): void => {
  house.enrol(aPerson({ absence: { from: day('2026-12-01'), to: day('2026-12-24') } }));
};

/** A good press of every verb there is. */
export const GOOD: Readonly<Record<string, GoodPress>> = {
  'show-welcome': reading('author'),
  'show-help': reading('author'),
  'show-languages': reading('author'),
  'choose-language': changing('author', nothing, { language: 'nn' }),
  'start-hours': reading('author'),
  'choose-hours': changing('author', nothing, { hour: '10:00' }),
  'start-absence': reading('author'),
  'set-absence': changing('author', nothing, { from: '2026-12-07', to: '2026-12-11', 'stand-in': 'kollega' }),
  'end-absence': changing('author', awayNow, { to: '2026-12-24' }),
  'list-my-actions': reading('owner', task()),
  'list-my-lookups': reading('author'),
  'open-access-log': reading('coordinator', referral(), caseKey),
  'export-access-log': reading('coordinator', referral(), caseKey),
  'complete-action': changing('owner', task(), { ...actionKey, row: '1', 'outcome-1': 'partly' }),
  'ask-new-date': changing('owner', task(), {
    ...actionKey,
    row: 1,
    'due-1': '2026-12-18',
    'reason-1': 'no-contact',
  }),
  'block-action': changing('owner', task(), { ...actionKey, row: 1, 'gap-1': 'housing' }),
  'open-access': reading('admin'),
  'edit-person': reading('admin', nothing, { personId: personId('medlem-dps') }),
  'save-person': changing('admin', nothing, { personId: personId('medlem-dps'), ...PERSON_VALUES }),
  'remove-person': changing('admin', nothing, { personId: personId('medlem-dps') }),
  'start-referral': reading('author'),
  'edit-draft': reading('author', draft, draftKey),
  'save-draft': changing('author', draft, { ...draftKey, ...SHORTEST_FORM, words: 'Vil ha et sted' }),
  'review-referral': changing('author', draft, { ...draftKey, ...SHORTEST_FORM, words: 'Vil ha et sted' }),
  'delete-draft': changing('author', draft, draftKey),
  'start-identity': reading('author', draft, draftKey),
  'name-candidate': changing('author', draft, { ...draftKey, name: 'Kandidat', 'birth-year': '1980' }),
  'leave-name-out': changing(
    'author',
    house => {
      house.putDraft(aDraft({ identity: { name: 'Kandidat' } }));
    },
    draftKey,
  ),
  'submit-referral': changing('author', draft, draftKey),
  'list-my-referrals': reading('author', referral()),
  'start-informed': reading('author', referral(), caseKey),
  'record-informed': changing('author', referral(), {
    ...caseKey,
    informed: 'today',
    'contact-consent': 'no',
  }),
  'start-information': reading('author', referral(), caseKey),
  'add-information': changing('author', referral('needs-info'), {
    ...caseKey,
    ...SHORTEST_FORM,
    words: 'Vil ha et sted',
  }),
  'start-case-identity': reading('author', referral(), caseKey),
  'name-case-candidate': changing('author', referral(), { ...caseKey, name: 'Kandidat' }),
  'withdraw-referral': changing('author', referral(), caseKey),
  'open-inbox': reading('coordinator', referral()),
  'open-case': reading('coordinator', referral(), caseKey),
  'open-by-code': reading(
    'coordinator',
    house => {
      referral()(house);
      house.inside.codes.set(caseCode(), caseId());
    },
    { code: caseCode() },
  ),
  'request-information': changing('coordinator', referral(), {
    ...caseKey,
    missing: 'asked',
    'answer-by': '2026-12-11',
  }),
  'mark-ready': changing('coordinator', referral(), caseKey),
  'mark-urgent': changing('coordinator', referral(), { ...caseKey, reason: 'Løslates fredag' }),
  'return-to-agenda': changing('coordinator', referral('deferred'), caseKey),
  'open-consent': reading('coordinator', referral('active'), caseKey),
  'start-consent': reading('coordinator', referral('awaiting-consent'), caseKey),
  'record-consent': changing('coordinator', referral('awaiting-consent'), {
    ...seenConsent,
    ...CONSENT_VALUES,
  }),
  'adjust-consent': reading('coordinator', referral('awaiting-consent'), { ...caseKey, ...CONSENT_VALUES }),
  'ask-again': changing('coordinator', referral('withdrawn'), caseKey),
  'start-renewal': reading('coordinator', referral('active'), caseKey),
  'adjust-renewal': reading('coordinator', referral('active'), { ...caseKey, ...CONSENT_VALUES }),
  'renew-consent': changing('coordinator', referral('consent-expired'), {
    ...seenConsent,
    ...CONSENT_VALUES,
  }),
  'start-narrowing': reading('coordinator', referral('active'), caseKey),
  'narrow-consent': changing('coordinator', referral('active', twoWays), {
    ...seenConsent,
    until: '2027-06-04',
    [`see-C-${ORIGIN}`]: 'kronstad-dps',
  }),
  'withdraw-consent': changing('coordinator', referral('active'), caseKey),
  'refuse-consent': changing('coordinator', referral('awaiting-consent'), {
    ...seenConsent,
    'ask-again': '2027-06-04',
  }),
  'start-sharing': reading('author', referral(), caseKey),
  'share-exceptionally': changing('author', referral(), { ...caseKey, ...SHARING_VALUES }),
  'open-sharing': reading('member', shared, sharingKey),
  'end-sharing': changing('author', shared, sharingKey),
  'review-sharing': changing('leader', shared, { ...sharingKey, verdict: 'right', remark: 'Greit' }),
  'list-reviews': reading('leader', shared),
  'open-mapping': reading('author', referral('active'), caseKey),
  'start-mapping': reading('author', referral('mapping'), caseKey),
  'record-mapping': changing('author', referral('mapping'), {
    ...caseKey,
    version: mappingMark({ derive }, { sealed: boxes(SEALED, 1) }, ORIGIN),
    housing: 'red',
    'text-housing': 'Sover ute',
  }),
  'start-measures': changing('coordinator', referral('mapping'), caseKey),
  'open-plan': reading('coordinator', referral('active'), caseKey),
  'start-plan': reading('coordinator', referral('active'), caseKey),
  'write-plan': changing('coordinator', referral('active'), { ...seenConsent, ...PLAN_VALUES }),
  'start-action': reading('coordinator', referral('mapping'), caseKey),
  'create-action': changing('coordinator', referral('mapping', opened), {
    ...caseKey,
    title: 'clarify-living',
    owner: 'ansvarlig',
    due: '2026-12-11',
    detail: 'Ring utleier',
    'detail-group': 'C',
  }),
  'start-new-date': reading('coordinator', task(true), actionKey),
  'grant-new-date': changing('coordinator', task(true), { ...actionKey, due: '2026-12-18' }),
  'open-contributions': reading('member', onAgenda, meetingKey),
  contribute: changing('member', onAgenda, {
    ...{ ...meetingKey, seat: 'dps', page: 1 },
    ...{ [`answer-${caseId()}`]: 'can', [`text-${caseId()}`]: 'Samtale', [`group-${caseId()}`]: 'D' },
  }),
  'open-innspill': reading('member', onAgenda, caseKey),
  'open-agenda': reading('coordinator', onAgenda),
  'publish-agenda': changing('coordinator', referral('ready-for-review'), meetingKey),
  'start-plan-meeting': reading('coordinator', nothing, meetingKey),
  'plan-meeting': changing('coordinator', nothing, { ...meetingKey, revision: 0, ...MEETING_VALUES }),
  'cancel-meeting': changing('coordinator', nothing, { ...meetingKey, reason: 'too-few' }),
  'export-calendar': reading('member'),
  'start-attendance': reading('coordinator', onAgenda, meetingKey),
  'start-meeting': changing(
    'coordinator',
    house => {
      house.putMeeting(aMeeting({ publishedAt: NOON, on: day('2026-12-04') }));
    },
    { ...meetingKey, kommune: 'sosial', helse: 'dps', politi: '', confidential: 'yes' },
  ),
  'start-name-chair': reading('coordinator', onAgenda, meetingKey),
  'name-chair': changing('coordinator', onAgenda, { ...meetingKey, chair: 'medlem-dps' }),
  'end-meeting': changing('coordinator', onAgenda, meetingKey),
  'take-up-item': changing('coordinator', onAgenda, itemKey),
  'open-item': reading('member', onAgenda, itemKey),
  'close-item': reading('member', onAgenda, itemKey),
  'start-decision': reading('coordinator', onAgenda, itemKey),
  'record-decision': changing('coordinator', onAgenda, {
    ...itemKey,
    version: SEEN,
    outcome: 'deferred',
    'defer-reason': 'time',
    rationale: 'Samlet innsats',
  }),
  'open-decisions': reading('member', onAgenda, caseKey),
  'start-declaration': reading('member'),
  'sign-declaration': changing('member', nothing, { signed: 'yes' }),
  'declare-disqualified': changing('member', referral(), caseKey),
  'start-disqualification': reading('chair', onAgenda, itemKey),
  'disqualify-other': changing('chair', onAgenda, {
    ...itemKey,
    person: personId('medlem-dps'),
    reason: 'family',
  }),
  ...LEARNING,
  ...OPERATING,
  ...ON_AGENDA,
  ...ARCHIVING,
  ...DELEGATING,
  ...RECORDING,
  'close-view': reading('coordinator'),
  'close-agenda': reading('coordinator'),
};
