import { type Case } from '../../src/domain/case';
import { type GapId, isGapId, isIncidentId, type IncidentId } from '../../src/domain/ids';
import { type IncidentBrief, REPORTINGS } from '../../src/domain/incident';
import { GAPS } from '../../src/domain/action-choices';
import { type SeenGap } from '../../src/policy/visible-gaps';
import { agencyId, at, aPerson, coordinator, day, personId } from './subjects';
import { caseIn } from './group-subjects';

export const gapId = (n: number): GapId => {
  const id = String(n).padStart(32, '9');
  if (!isGapId(id)) throw new Error(id);
  return id;
};
const incidentId = (n: number): IncidentId => {
  const id = String(n).padStart(32, '8');
  if (!isIncidentId(id)) throw new Error(id);
  return id;
};

export const steering = aPerson({ id: personId('styringsgruppe'), roles: ['steering'] });
export const READERS = [coordinator, aPerson({ roles: ['member'] }), steering];

/** The longest there can be, in signs that are escaped: what a row must have room for. */
const LONGEST = '*Ingen* (bolig) #'.repeat(12).slice(0, 200);

export const aSeenGap = (n = 1, over: Partial<SeenGap> = {}): SeenGap => ({
  id: gapId(n),
  category: 'housing',
  partners: ['kommune'],
  text: 'Ingen bolig med døgnbemanning',
  reports: 6,
  more: { state: 'new', agency: agencyId('kronstad-dps'), recordedAt: at('2026-11-20T09:00:00Z') },
  ...over,
});
/** As large as the register's card can become. */
export const LARGE: readonly SeenGap[] = Array.from({ length: 25 }, (_, n) =>
  aSeenGap(n + 1, {
    text: LONGEST,
    category: GAPS[n % GAPS.length] ?? 'other',
    partners: ['kommune', 'helse', 'politi'],
    reports: 100 + n,
  }),
);

export const anIncident = (n = 1, over: Partial<IncidentBrief> = {}): IncidentBrief => ({
  id: incidentId(n),
  agency: agencyId('sosiale-tjenester'),
  reporting: 'considered',
  ...over,
});
export const happened = { on: day('2026-11-19'), kind: 'threat' } as const;
export const seenIncidents = (count: number, over: Partial<IncidentBrief> = {}) =>
  Array.from({ length: count }, (_, n) => ({
    incident: anIncident(n + 1, { reporting: REPORTINGS[n % REPORTINGS.length] ?? 'reported', ...over }),
    what: happened,
  }));

export const caseWith = (incidents: readonly IncidentBrief[]): Case => caseIn('mapping', { incidents });
