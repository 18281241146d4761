import { type IncidentWhat } from '../../src/domain/incident';
import { type CaseChange } from '../../src/use-cases/ports/cases';
import { type Incidents } from '../../src/use-cases/ports/incidents';
import { type StoreState, turn } from './store-state';

/** Sealed in name only. */
export const keepIncident = (state: StoreState, { kase, incident: change, file }: CaseChange): void => {
  if (change === undefined) return;
  const { incident, what } = change;
  state.incidents.set(`${kase.id}/${incident.id}`, {
    caseId: kase.id,
    incidentId: incident.id,
    what: {
      ...{ origin: incident.agency, section: 'E' },
      ...{ revision: file.head.sequence + 1, box: JSON.stringify(what) },
    },
  });
};

export const isIncidentNew = (state: StoreState, { kase, incident: change }: CaseChange): boolean =>
  change === undefined || !state.incidents.has(`${kase.id}/${change.incident.id}`);

export const fakeIncidents = (state: StoreState): Incidents => ({
  incident: async ({ caseId, incidentId }, within) => {
    await turn(within);
    return state.incidents.get(`${caseId}/${incidentId}`);
  },
  incidentOf: async ({ what }, within) => {
    await turn(within);
    return what && (JSON.parse(what.box) as IncidentWhat);
  },
});
