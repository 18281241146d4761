import { type Element } from '../../src/local/demo/element';
import { type Company, EIGHT } from './company';

/** A verb with everything its button and its form would send. */
export type Verb = readonly [verb: string, data: Element];

export const MEETING = 'm-2026-12-01';
const SHARING = 'e'.repeat(32);

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
  ['declare-disqualified', { caseId }],
  ['start-disqualification', { caseId, meetingId: MEETING }],
  ['disqualify-other', { caseId, meetingId: MEETING, person: 'medlem-politi', reason: 'other' }],
  ['start-action', { caseId }],
  ['start-decision', { caseId, meetingId: MEETING }],
  ['record-decision', { caseId, meetingId: MEETING, version: 'x', outcome: 'taken-in', rationale: 'x' }],
  ...['adjust-consent', 'record-consent', 'adjust-renewal', 'renew-consent'].map((verb): Verb => [
    verb,
    { caseId, ...CONSENTED },
  ]),
  ['create-action', { caseId, title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-04' }],
];

export const onAction = (caseId: string, action: string): readonly Verb[] => [
  ['complete-action', { caseId, actionId: action, row: 1, 'outcome-1': 'carried-out' }],
  ['block-action', { caseId, actionId: action, row: 1, 'gap-1': 'housing' }],
  ['ask-new-date', { caseId, actionId: action, row: 1, 'due-1': '2026-12-10', 'reason-1': 'no-contact' }],
  ['start-new-date', { caseId, actionId: action }],
  ['grant-new-date', { caseId, actionId: action, due: '2026-12-10' }],
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
  ['start-attendance', { meetingId }],
  ['start-meeting', { meetingId, kommune: 'sosiale-tjenester', confidential: 'yes' }],
  ['end-meeting', { meetingId }],
];

/** Who has looked at a case: the coordinator's to know, and the privacy officers'. */
export const onLog = (caseId: string): readonly Verb[] => [
  ['open-access-log', { caseId }],
  ['export-access-log', { caseId }],
];

/** Verbs that are about nobody's case: lists, help, the directory, and the ways back. */
export const ABOUT_NO_CASE: readonly string[] = [
  ...['show-welcome', 'show-help', 'show-languages', 'choose-language', 'close-view', 'close-agenda'],
  ...['start-referral', 'list-my-referrals', 'list-my-actions', 'list-my-lookups', 'list-reviews'],
  ...['open-inbox', 'open-agenda', 'open-by-code'],
  ...['open-access', 'edit-person', 'save-person', 'remove-person'],
];

/** All that a press could change, as it lies in the database: of every case, whosoever it is. */
export const storedIn = async ({ world }: Pick<Company, 'world'>): Promise<string> => {
  const query = "SELECT * FROM c WHERE c.type IN ('case', 'action', 'item', 'draft', 'meeting')";
  const { resources } = await world.database.container('work').items.query<unknown>(query).fetchAll();
  return JSON.stringify(resources);
};
