import { type Case } from '../../src/domain/case';
import { caseId } from '../builders/ids';
import { aGap, anIncident, gapId, incidentId, whatHappened } from '../builders/learning';
import { type House, putReferral } from '../use-cases/asking';
import { type GoodPress } from './good-press';

const caseKey = { caseId: caseId() };
const gapKey = { gapId: gapId() };
const incidentKey = { ...caseKey, incidentId: incidentId() };
const GAP_VALUES = { category: 'housing', partners: 'kommune,helse', missing: 'Ingen bolig med bemanning' };

const nothing = (): void => undefined;
const gap = (house: House): void => {
  house.putGap(aGap());
};
const ofState =
  (state: Case['state'] = 'submitted') =>
  (house: House): void => {
    putReferral(house, { state, presented: true });
  };
const incident = (house: House): void => {
  const kase = putReferral(house, { state: 'mapping', presented: true, incidents: [anIncident()] });
  house.putIncident(kase, anIncident(), whatHappened());
};

/** A good press of every verb about gaps and incidents. */
export const LEARNING: Readonly<Record<string, GoodPress>> = {
  'open-gaps': { by: 'member', given: gap, data: {}, changes: false },
  'open-gap': { by: 'member', given: gap, data: gapKey, changes: false },
  'start-gap': { by: 'member', given: ofState(), data: caseKey, changes: false },
  'record-gap': { by: 'member', given: ofState(), data: { ...caseKey, ...GAP_VALUES }, changes: true },
  'record-own-gap': { by: 'author', given: nothing, data: GAP_VALUES, changes: true },
  'report-gap-again': { by: 'member', given: gap, data: gapKey, changes: true },
  'clear-gap': {
    by: 'coordinator',
    given: gap,
    data: { ...gapKey, category: 'capacity', missing: 'Det mangler bolig' },
    changes: true,
  },
  'hide-gap': { by: 'coordinator', given: gap, data: gapKey, changes: true },
  'open-incidents': { by: 'author', given: incident, data: caseKey, changes: false },
  'start-incident': { by: 'author', given: ofState(), data: caseKey, changes: false },
  'record-incident': {
    by: 'author',
    given: ofState(),
    data: { ...caseKey, when: '2026-12-03', kind: 'threat', reported: 'considered' },
    changes: true,
  },
  'start-settle-incident': { by: 'author', given: incident, data: incidentKey, changes: false },
  'settle-incident': {
    by: 'author',
    given: incident,
    data: { ...incidentKey, reported: 'reported' },
    changes: true,
  },
};
