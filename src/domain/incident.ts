import { type AgencyId, type IncidentId } from './ids';

export const REPORTINGS = ['reported', 'considered', 'not-reported', 'prevented', 'not-criminal'] as const;
/** Whether a serious incident is reported to the police, or why not (domain.md §10). */
export type Reporting = (typeof REPORTINGS)[number];

/** That something happened, at which agency, and whether it is reported; what and when lies sealed with that agency. */
export type IncidentBrief = {
  readonly id: IncidentId;
  readonly agency: AgencyId;
  readonly reporting: Reporting;
};
