import { CONSENT, decisionForm, itemCard } from '../journeys/company';
import { byHand, filled, onCard } from './on-card';
import { type Stage } from './stage';

const K = 'koordinator';
const H = 'medlem-helse';
const A = 'ansvarlig';
const MEETING = { meetingId: 'm-2026-12-01' };

const PRESENT = { kommune: 'sosiale-tjenester', helse: 'kronstad-dps', politi: 'innsatsgruppen' };
export const onTheDay: Stage['presses'] = () => [
  byHand(K, 'start-meeting', { ...MEETING, ...PRESENT, confidential: 'yes' }),
];

export const running: Stage['presses'] = async (company, sent) => [
  { ...onCard(itemCard(company, sent), [K, 'take-up-item']), place: 'channel' },
  onCard(await decisionForm(company, sent), [K, 'record-decision'], {
    ...{ outcome: 'taken-in', rationale: 'Samlet innsats' },
  }),
  byHand(K, 'disqualify-other', { ...MEETING, caseId: sent.caseId, person: H, reason: 'family' }),
  byHand(K, 'end-meeting', MEETING),
  byHand(K, 'name-chair', { ...MEETING, chair: H }),
];

export const decided: Stage['presses'] = async (company, { caseId }) => [
  await filled(company, [K, 'start-consent', 'record-consent'], { data: { caseId }, inputs: CONSENT }),
  byHand(K, 'refuse-consent', { caseId, version: '0', 'ask-again': '2027-01-15' }),
];

export const consented: Stage['presses'] = async (company, { caseId }) => [
  await filled(company, [K, 'start-mapping', 'record-mapping'], {
    data: { caseId },
    inputs: { housing: 'red', 'text-housing': 'Sover ute' },
  }),
  await filled(company, [K, 'start-plan', 'write-plan'], {
    data: { caseId },
    inputs: { 'goal-1': 'Sove hele natten', contact: K },
  }),
  await filled(company, [K, 'start-narrowing', 'narrow-consent'], {
    data: { caseId },
    inputs: { until: '2026-12-24' },
  }),
  byHand(K, 'withdraw-consent', { caseId }),
  byHand(K, 'start-measures', { caseId }),
  byHand(K, 'create-action', {
    ...{ caseId, title: 'clarify-living', owner: A, due: '2026-12-11' },
    ...{ detail: 'Ring utleier', 'detail-group': 'C' },
  }),
  byHand(K, 'pause-case', { caseId, until: '2027-01-01' }),
  byHand(K, 'conclude-case', { caseId, reason: 'moved' }),
];

export const busy: Stage['presses'] = async company => {
  const list = await company.player(A).says('mine oppgaver');
  return [
    onCard(list, [A, 'complete-action'], { 'outcome-1': 'carried-out' }),
    onCard(list, [A, 'block-action'], { 'gap-1': 'housing' }),
    onCard(list, [A, 'ask-new-date'], { 'due-1': '2026-12-18', 'reason-1': 'no-contact' }),
  ];
};
