import { type CaseId, type IncidentId } from '../../domain/ids';
import { type IncidentBrief, type IncidentWhat } from '../../domain/incident';
import { type Within } from './common';
import { type SealedPiece } from './sealed-piece';

export type IncidentKey = { readonly caseId: CaseId; readonly incidentId: IncidentId };
/** What happened lies beside the case, sealed under the agency where it happened. Absent only where it was erased. */
export type IncidentFile = IncidentKey & { readonly what?: SealedPiece };
/** A new one; it stays as it was recorded. */
export type IncidentChange = { readonly incident: IncidentBrief; readonly what: IncidentWhat };

/** The incidents of a case, of the port `Cases`. */
export type Incidents = {
  readonly incident: (key: IncidentKey, within: Within) => Promise<IncidentFile | undefined>;
  /** The caller has asked `mayReadIncident` and stored the read event first. */
  readonly incidentOf: (file: IncidentFile, within: Within) => Promise<IncidentWhat | undefined>;
};
