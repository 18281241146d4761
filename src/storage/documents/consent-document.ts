import { z } from 'zod';
import { type Consent } from '../../domain/consent';
import { type CaseId } from '../../domain/ids';
import * as ids from '../../ids';
import { type ConsentFile, type SealedPiece } from '../../use-cases/ports/cases';
import { type Document } from '../database/steps';
import { Consent as ConsentSchema } from './case-schema';
import { casePartition, SCHEMA, Sealed, Stored } from './stored';

/** One document per consent that was ever given in the case; never written again. */
export const consentDocumentId = (version: number): string => `consent:${String(version)}`;

const ConsentDocument = z.object({
  ...Stored,
  type: z.literal('consent'),
  caseId: ids.CaseId,
  consent: ConsentSchema,
  terms: Sealed.exactOptional(),
});

type Writing = {
  readonly caseId: CaseId;
  readonly consent: Consent;
  readonly terms: SealedPiece | undefined;
};

export const consentDocument = ({ caseId, consent, terms }: Writing): Document => ({
  id: consentDocumentId(consent.version),
  pk: casePartition(caseId),
  schema: SCHEMA,
  type: 'consent',
  caseId,
  consent,
  terms,
});

export const toConsentFile = (document: unknown): ConsentFile => {
  const { caseId, consent, terms } = ConsentDocument.parse(document);
  return { caseId, consent, ...(terms === undefined ? {} : { terms }) };
};
