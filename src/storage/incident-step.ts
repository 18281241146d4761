import { type CaseId } from '../domain/ids';
import { type IncidentChange } from '../use-cases/ports/incidents';
import { type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { incidentDocument, incidentDocumentId } from './documents/incident-document';
import { sealTexts } from './seal-content';
import { type Keys } from './sealing/keys';

type Recording = {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly change: IncidentChange;
};

/** Creates the record of an incident, its day and kind sealed as police information of the agency where it happened. */
export const incidentStep = async (
  keys: Keys,
  { caseId, revision, change: { incident, what } }: Recording,
  within: Within,
): Promise<Step> => {
  const documentId = incidentDocumentId(incident.id);
  const texts = [{ origin: incident.agency, section: 'E' as const, text: JSON.stringify(what) }];
  const [sealed] = await sealTexts(keys, { caseId, revision, documentId, texts, fresh: true }, within);
  return written(incidentDocument({ caseId, incidentId: incident.id, what: sealed }), undefined);
};
