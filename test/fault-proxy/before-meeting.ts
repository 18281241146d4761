import { type Company, EIGHT } from '../journeys/company';
import { byHand, filled, onCard, type Press } from './on-card';
import { type Stage } from './stage';

const K = 'koordinator';
const MO = 'innmelder-mo';
const H = 'medlem-helse';
const A = 'ansvarlig';
const ADMIN = 'tilgangsansvarlig';
const MEETING = { meetingId: 'm-2026-12-01' };

export const draft = async (company: Company): Promise<readonly Press[]> => {
  const author = company.player(MO);
  const form = await author.says('meld inn');
  const review = await author.presses(form, 'review-referral', EIGHT);
  const identity = await author.presses(review, 'start-identity');
  return [
    onCard(form, [MO, 'save-draft'], { scene: 'unsure', words: 'Halvferdig' }),
    onCard(form, [MO, 'review-referral'], { ...EIGHT, words: 'Et sted å bo' }),
    onCard(identity, [MO, 'name-candidate'], { name: 'Oppdiktet', 'birth-year': '1980' }),
    onCard(review, [MO, 'submit-referral']),
    byHand(MO, 'delete-draft', { draftId: onCard(review, [MO, 'submit-referral']).data['draftId'] }),
    byHand(MO, 'choose-language', { language: 'nn' }),
    byHand(MO, 'record-own-gap', { category: 'housing', partners: 'kommune', missing: 'Ingen bolig' }),
  ];
};

export const directory = async (company: Company): Promise<readonly Press[]> => [
  await filled(company, [ADMIN, 'edit-person', 'save-person'], {
    data: { personId: A },
    inputs: { service: 'Flyttet' },
  }),
  byHand(ADMIN, 'remove-person', { personId: A }),
  byHand(H, 'sign-declaration', { signed: 'yes' }),
];

export const meetings = async (company: Company): Promise<readonly Press[]> => [
  await filled(company, [K, 'start-plan-meeting', 'plan-meeting'], {
    data: MEETING,
    inputs: { day: '2026-12-02' },
  }),
  byHand(K, 'cancel-meeting', { ...MEETING, reason: 'too-few' }),
];

export const submitted: Stage['presses'] = (_company, { caseId }) => [
  byHand(MO, 'record-informed', { caseId, informed: 'today', 'contact-consent': 'yes' }),
  byHand(MO, 'name-case-candidate', { caseId, name: 'Oppdiktet', 'birth-year': '1980' }),
  byHand(MO, 'withdraw-referral', { caseId }),
  byHand(MO, 'record-incident', { caseId, when: '2026-11-22', kind: 'threat', reported: 'considered' }),
  byHand(MO, 'share-exceptionally', {
    ...{ caseId, groups: 'C', minutes: '15', receivers: 'medlem-politi', statute: 'fvl-13b-7' },
    ...{ reason: 'Trussel i kveld', telling: 'soon', 'not-enough': 'yes' },
  }),
  byHand(K, 'request-information', { caseId, missing: 'criteria', 'answer-by': '2026-12-03' }),
  byHand(K, 'mark-ready', { caseId }),
  byHand(K, 'mark-urgent', { caseId, reason: 'Løslates fredag' }),
  byHand(K, 'record-gap', { caseId, category: 'housing', partners: 'kommune', missing: 'Ingen bolig' }),
];

export const ready: Stage['presses'] = async (company, { caseId, code }) => [
  onCard(await company.player(K).says('saksliste'), [K, 'publish-agenda']),
  byHand(K, 'order-agenda', { ...MEETING, item: code, after: 'first', minutes: '30' }),
  byHand(K, 'take-off-agenda', { caseId, 'off-reason': 'time' }),
];

export const published: Stage['presses'] = (_company, { caseId }) => [
  byHand(H, 'declare-disqualified', { caseId }),
  byHand(H, 'contribute', {
    ...{ ...MEETING, seat: 'kronstad-dps', page: 1 },
    ...{ [`answer-${caseId}`]: 'can', [`text-${caseId}`]: 'Samtale', [`group-${caseId}`]: 'D' },
  }),
];
