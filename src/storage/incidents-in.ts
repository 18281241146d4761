import { type Incidents } from '../use-cases/ports/incidents';
import { incidentDocumentId, toIncidentFile, toIncidentWhat } from './documents/incident-document';
import { casePartition } from './documents/stored';
import { openText } from './open-text';
import { type Keys } from './sealing/keys';
import { type Shelves } from './shelves';

type Parts = { readonly shelves: Pick<Shelves, 'work'>; readonly keys: Keys };

/** The incidents beside a case, each in a document of its own. */
export const incidentsIn = ({ shelves, keys }: Parts): Incidents => ({
  incident: async ({ caseId, incidentId }, within) => {
    const place = { id: incidentDocumentId(incidentId), pk: casePartition(caseId) };
    const { value } = await shelves.work.read(place, within);
    return value === undefined ? undefined : toIncidentFile(value);
  },
  incidentOf: async ({ caseId, incidentId, what }, within) => {
    const documentId = incidentDocumentId(incidentId);
    const text = await openText(keys, { caseId, documentId, piece: what }, within);
    return text === undefined ? undefined : toIncidentWhat(text);
  },
});
