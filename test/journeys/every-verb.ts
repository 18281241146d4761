import { type Element } from '../../src/local/demo/element';
import { type Company, EIGHT } from './company';

/** A verb with everything its button and its form would send. */
export type Verb = readonly [verb: string, data: Element];

export const MEETING = 'm-2026-12-01';
const SHARING = 'e'.repeat(32);
const INCIDENT = 'f'.repeat(32);

const CONSENTED = {
  ...{ preset: 'meeting', understands: 'yes', 'asked-by': 'koordinator', how: 'oral' },
  ...{ when: '2026-11-23', until: '2027-01-01' },
};

/** Every verb that changes or shows something of a case, with everything its form would send. */
export const onCase = (caseId: string, sharingId: string = SHARING): readonly Verb[] => [
  ['open-case', { caseId }],
  ['open-item', { caseId, meetingId: MEETING }],
  ['close-item', { caseId, meetingId: MEETING }],
  ['start-information', { caseId }],
  ['add-information', { caseId, ...EIGHT }],
  ['start-informed', { caseId }],
  ['record-informed', { caseId, informed: 'week', 'contact-consent': 'yes' }],
  ['withdraw-referral', { caseId }],
  ['start-case-identity', { caseId }],
  ['name-case-candidate', { caseId, name: 'Oppdiktet' }],
  ['request-information', { caseId, missing: 'criteria', 'answer-by': '2026-12-03' }],
  ['mark-ready', { caseId }],
  ['mark-urgent', { caseId, reason: 'haster' }],
  ['return-to-agenda', { caseId }],
  ['add-to-agenda', { caseId }],
  ['take-off-agenda', { caseId, 'off-reason': 'time' }],
  ['start-pause-case', { caseId }],
  ['pause-case', { caseId, until: '2027-01-01' }],
  ['resume-case', { caseId }],
  ['start-conclude-case', { caseId }],
  ['conclude-case', { caseId, reason: 'other' }],
  ['open-consent', { caseId }],
  ['start-sharing', { caseId }],
  [
    'share-exceptionally',
    {
      ...{ caseId, groups: 'C', minutes: '15', receivers: 'medlem-politi', statute: 'fvl-13b-7' },
      ...{ reason: 'x', telling: 'soon', 'not-enough': 'yes' },
    },
  ],
  ['open-sharing', { caseId, sharingId }],
  ['end-sharing', { caseId, sharingId }],
  ['review-sharing', { caseId, sharingId, verdict: 'right', remark: '' }],
  ['start-consent', { caseId }],
  ['ask-again', { caseId }],
  ['start-renewal', { caseId }],
  ['start-narrowing', { caseId }],
  ['narrow-consent', { caseId, until: '2026-12-24' }],
  ['refuse-consent', { caseId, 'ask-again': '2027-01-01' }],
  ['withdraw-consent', { caseId }],
  ['open-innspill', { caseId }],
  ['contribute', { meetingId: MEETING, seat: 'kronstad-dps', [`answer-${caseId}`]: 'can' }],
  ['declare-disqualified', { caseId }],
  ['start-disqualification', { caseId, meetingId: MEETING }],
  ['disqualify-other', { caseId, meetingId: MEETING, person: 'medlem-politi', reason: 'other' }],
  ['open-mapping', { caseId }],
  ['start-mapping', { caseId }],
  ['record-mapping', { caseId, version: 'x', housing: 'red', 'text-housing': 'x' }],
  ['start-measures', { caseId }],
  ['open-plan', { caseId }],
  ['start-plan', { caseId }],
  ['write-plan', { caseId, version: '0', 'goal-1': 'x', contact: 'ansvarlig', review: '2026-12-24' }],
  ['start-archive', { caseId }],
  ['export-archive', { caseId }],
  ['record-archive-ref', { caseId, 'archive-ref': '2026/1' }],
  ['start-action', { caseId }],
  ['list-case-actions', { caseId }],
  ['start-decision', { caseId, meetingId: MEETING }],
  ['take-up-item', { caseId, meetingId: MEETING }],
  ['open-decisions', { caseId }],
  ['record-decision', { caseId, meetingId: MEETING, version: 'x', outcome: 'taken-in', rationale: 'x' }],
  ...['adjust-consent', 'record-consent', 'adjust-renewal', 'renew-consent'].map((verb): Verb => [
    verb,
    { caseId, ...CONSENTED },
  ]),
  ['create-action', { caseId, title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-04' }],
  ['start-gap', { caseId }],
  ['record-gap', { caseId, category: 'housing', partners: 'kommune', missing: 'Ingen bolig' }],
  ['open-incidents', { caseId }],
  ['start-incident', { caseId }],
  ['record-incident', { caseId, when: '2026-11-20', kind: 'threat', reported: 'considered' }],
  ['start-settle-incident', { caseId, incidentId: INCIDENT }],
  ['settle-incident', { caseId, incidentId: INCIDENT, reported: 'reported' }],
];

export const onAction = (caseId: string, action: string): readonly Verb[] => [
  ['complete-action', { caseId, actionId: action, row: 1, 'outcome-1': 'carried-out' }],
  ['block-action', { caseId, actionId: action, row: 1, 'gap-1': 'housing' }],
  ['ask-new-date', { caseId, actionId: action, row: 1, 'due-1': '2026-12-10', 'reason-1': 'no-contact' }],
  ['start-new-date', { caseId, actionId: action }],
  ['grant-new-date', { caseId, actionId: action, due: '2026-12-10' }],
  ['open-action', { caseId, actionId: action }],
  ['start-hand-over', { caseId, actionId: action }],
  ['propose-hand-over', { caseId, actionId: action, owner: 'koordinator' }],
  ['open-hand-over', { caseId, actionId: action }],
  ['accept-hand-over', { caseId, actionId: action }],
  ['decline-hand-over', { caseId, actionId: action }],
  ['start-mute-action', { caseId, actionId: action }],
  ['mute-action', { caseId, actionId: action, until: '2026-12-10', reason: 'other-first' }],
  ['start-cancel-action', { caseId, actionId: action }],
  ['cancel-action', { caseId, actionId: action, reason: 'mistake' }],
  ['start-reassign-action', { caseId, actionId: action }],
  ['reassign-action', { caseId, actionId: action, owner: 'koordinator', reason: 'mistake' }],
];

export const onDraft = (id: string): readonly Verb[] => [
  ['edit-draft', { draftId: id }],
  ['save-draft', { draftId: id, scene: 'unsure' }],
  ['review-referral', { draftId: id, scene: 'unsure' }],
  ['delete-draft', { draftId: id }],
  ['start-identity', { draftId: id }],
  ['name-candidate', { draftId: id, name: 'Oppdiktet' }],
  ['leave-name-out', { draftId: id }],
  ['submit-referral', { draftId: id }],
];

export const onMeeting = (meetingId: string): readonly Verb[] => [
  ['publish-agenda', { meetingId }],
  ['start-order-agenda', { meetingId }],
  ['order-agenda', { meetingId, item: 'SU-7K3Q-9F2X', after: 'first', minutes: '30' }],
  ['start-attendance', { meetingId }],
  ['start-meeting', { meetingId, kommune: 'sosiale-tjenester', confidential: 'yes' }],
  ['end-meeting', { meetingId }],
  ['start-name-chair', { meetingId }],
  ['name-chair', { meetingId, chair: 'koordinator' }],
  ['start-meeting-archive', { meetingId }],
  ['export-meeting', { meetingId }],
  ['record-meeting-ref', { meetingId, 'archive-ref': '2026/1' }],
  ['open-minutes', { meetingId }],
  ['approve-minutes', { meetingId, seen: 'x' }],
  ['start-addendum', { meetingId }],
  ['add-addendum', { meetingId, text: 'x' }],
  ['export-minutes', { meetingId }],
  ['start-plan-meeting', { meetingId }],
  [
    'plan-meeting',
    {
      ...{ meetingId, revision: 0, day: '2026-12-03', time: '09:00', place: 'Et annet sted' },
      ...{ link: '', length: '90', chair: 'koordinator' },
    },
  ],
  ['cancel-meeting', { meetingId, reason: 'other' }],
];

/** Who has looked at a case: the coordinator's to know, and the privacy officers'. */
export const onLog = (caseId: string): readonly Verb[] => [
  ['open-access-log', { caseId }],
  ['export-access-log', { caseId }],
];

/** Verbs that are about nobody's case: lists, help, the directory, and the ways back. */
export const ABOUT_NO_CASE: readonly string[] = [
  ...['show-welcome', 'show-help', 'show-languages', 'choose-language', 'close-view', 'close-agenda'],
  ...['start-declaration', 'sign-declaration'],
  ...['start-hours', 'choose-hours', 'start-absence', 'set-absence', 'end-absence'],
  ...['start-referral', 'list-my-referrals', 'list-my-actions', 'list-my-lookups', 'list-reviews'],
  ...['list-erasures', 'retry-message'],
  ...['open-inbox', 'open-agenda', 'open-contributions', 'open-by-code', 'export-calendar'],
  ...['open-gaps', 'open-gap', 'record-own-gap', 'report-gap-again', 'clear-gap', 'hide-gap'],
  ...['open-access', 'edit-person', 'save-person', 'remove-person'],
];

/** All that a press could change, as it lies in the database: of every case, whosoever it is. */
export const storedIn = async ({ world }: Pick<Company, 'world'>): Promise<string> => {
  const query =
    "SELECT * FROM c WHERE c.type IN ('case', 'action', 'item', 'draft', 'meeting', 'minutes', 'addendum', 'gap', 'incident')";
  const { resources } = await world.database.container('work').items.query<unknown>(query).fetchAll();
  return JSON.stringify(resources);
};
