import { z } from 'zod';
import { INCIDENT_KINDS, type IncidentWhat } from '../../domain/incident';
import { type CaseId, type IncidentId } from '../../domain/ids';
import * as ids from '../../ids';
import { type SealedPiece } from '../../use-cases/ports/cases';
import { type IncidentFile } from '../../use-cases/ports/incidents';
import { type Document } from '../database/steps';
import { casePartition, SCHEMA, Sealed, Stored } from './stored';

/** One document per incident, never written again: whether it is reported is process, and stands in the case. */
export const incidentDocumentId = (id: IncidentId): string => `incident:${id}`;

const IncidentDocument = z.object({
  ...Stored,
  type: z.literal('incident'),
  ofCase: ids.CaseId,
  incident: ids.IncidentId,
  what: Sealed.exactOptional(),
});

type Writing = {
  readonly caseId: CaseId;
  readonly incidentId: IncidentId;
  readonly what: SealedPiece | undefined;
};

export const incidentDocument = ({ caseId, incidentId, what }: Writing): Document => ({
  id: incidentDocumentId(incidentId),
  pk: casePartition(caseId),
  schema: SCHEMA,
  type: 'incident',
  ofCase: caseId,
  incident: incidentId,
  what,
});

export const toIncidentFile = (document: unknown): IncidentFile => {
  const { ofCase, incident, what } = IncidentDocument.parse(document);
  return { caseId: ofCase, incidentId: incident, ...(what === undefined ? {} : { what }) };
};

const What = z.strictObject({ on: ids.LocalDate, kind: z.enum(INCIDENT_KINDS) });

export const toIncidentWhat = (text: string): IncidentWhat => What.parse(JSON.parse(text));
