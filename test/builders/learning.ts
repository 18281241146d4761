import { type ClearedGap, type NewGap } from '../../src/domain/gap';
import { type GapId, type IncidentId, isGapId, isIncidentId } from '../../src/domain/ids';
import { type IncidentBrief, type IncidentWhat } from '../../src/domain/incident';
import { agencyId, day, derive, NOON, personId } from './ids';

export const gapId = (name = 'gap'): GapId => {
  const id = derive('gap', name);
  if (!isGapId(id)) throw new Error(`no id of a gap: ${name}`);
  return id;
};
export const incidentId = (name = 'incident'): IncidentId => {
  const id = derive('incident', name);
  if (!isIncidentId(id)) throw new Error(`no id of an incident: ${name}`);
  return id;
};

/** Reported by the hospital department, and nobody has cleared it yet. */
export const aGap = (over: Partial<NewGap> = {}): NewGap => ({
  id: gapId(),
  category: 'housing',
  partners: ['kommune'],
  text: 'Ingen bolig med døgnbemanning',
  agency: agencyId('kronstad-dps'),
  recordedAt: NOON,
  reports: 1,
  state: 'new',
  ...over,
});
export const aClearedGap = (over: Partial<ClearedGap> = {}): ClearedGap => ({
  ...aGap(),
  state: 'cleared',
  clearedText: 'Det mangler bolig med bemanning om natten',
  clearedAt: NOON,
  clearedBy: personId('koordinator'),
  ...over,
});

/** At the social services, which are still considering it. */
export const anIncident = (over: Partial<IncidentBrief> = {}): IncidentBrief => ({
  id: incidentId(),
  agency: agencyId('sosiale-tjenester'),
  reporting: 'considered',
  ...over,
});
export const whatHappened = (over: Partial<IncidentWhat> = {}): IncidentWhat => ({
  on: day('2026-12-01'),
  kind: 'threat',
  ...over,
});
