import { type Case } from '../../src/domain/case';
import { aCase } from '../builders/cases';
import { caseId } from '../builders/ids';
import { aClearedGap, aGap, anIncident, gapId, incidentId, whatHappened } from '../builders/learning';
import { type House, putReferral } from './asking';
import { type Changing } from './changing';

const CASE = caseId();
const ended = (house: House): void => {
  putReferral(house, { state: 'concluded', presented: true, incidents: [anIncident()] } as never);
};

/** What an agency does with an incident of its own. */
export const INCIDENT_VERBS: readonly Changing[] = [
  {
    operation: 'record-incident',
    by: 'author',
    rule: 'record-incident/author',
    subject: CASE,
    given: (house, over = {}) => {
      putReferral(house, over);
    },
    ask: (does, asked) =>
      does.recordIncident({
        ...asked,
        caseId: CASE,
        values: { when: '2026-12-03', kind: 'threat', reported: 'considered' },
      }),
    tooLate: ended,
  },
  {
    operation: 'settle-incident',
    by: 'author',
    rule: 'settle-incident/author',
    subject: CASE,
    given: (house, over: Partial<Case> = {}) => {
      putReferral(house, { incidents: [anIncident()], ...over });
      house.putIncident(aCase(), anIncident(), whatHappened());
    },
    ask: (does, asked) =>
      does.settleIncident({ ...asked, caseId: CASE, incidentId: incidentId(), reporting: 'reported' }),
    tooLate: ended,
  },
];

const given = (house: House): void => {
  house.putGap(aGap());
};
const cleared = (house: House): void => {
  house.putGap(aClearedGap());
};
const onGap = { subject: gapId(), given } as const;

/** What is done with a gap in the register: about no case. */
export const GAP_VERBS: readonly Changing[] = [
  {
    ...onGap,
    operation: 'clear-gap',
    by: 'coordinator',
    rule: 'clear-gap/coordinator',
    ask: (does, asked) =>
      does.clearGap({
        ...asked,
        gapId: gapId(),
        values: { category: 'housing', missing: 'Det mangler bolig' },
        holdsPerson: () => false,
      }),
    tooLate: cleared,
  },
  {
    ...onGap,
    operation: 'hide-gap',
    by: 'coordinator',
    rule: 'clear-gap/coordinator',
    ask: (does, asked) => does.hideGap({ ...asked, gapId: gapId() }),
    tooLate: cleared,
  },
  {
    ...onGap,
    operation: 'report-gap-again',
    by: 'member',
    rule: 'record-own-gap/member',
    ask: (does, asked) => does.reportGapAgain({ ...asked, gapId: gapId() }),
  },
];
