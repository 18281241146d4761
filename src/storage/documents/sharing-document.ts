import { z } from 'zod';
import { type CaseId } from '../../domain/ids';
import { reviewBy, type Sharing, type SharingId } from '../../domain/sharing';
import * as ids from '../../ids';
import { type SealedPiece } from '../../use-cases/ports/cases';
import { type SharingFile, type SharingKey } from '../../use-cases/ports/sharings';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { casePartition, SCHEMA, Sealed, Stored } from './stored';

export const sharingDocumentId = (id: SharingId): string => `sharing:${id}`;

const SharingDocument = z.object({
  ...Stored,
  type: z.literal('sharing'),
  ofCase: ids.CaseId,
  sharing: ids.SharingId,
  reason: Sealed.exactOptional(),
  remark: Sealed.exactOptional(),
});

type Writing = {
  readonly caseId: CaseId;
  readonly sharing: Sharing;
  readonly reason: SealedPiece | undefined;
  readonly remark: SealedPiece | undefined;
};

/** Whose leader must review it, and by when, is indexed only until somebody has. */
const whileUnreviewed = (sharing: Sharing): Readonly<Record<string, unknown>> =>
  sharing.review === undefined ? { reviewFrom: sharing.from, reviewBy: reviewBy(sharing) } : {};

/** Only what was written lies here: what was shared with whom is process, and stands in the case. */
export const sharingDocument = ({ caseId, sharing, reason, remark }: Writing): Document => ({
  id: sharingDocumentId(sharing.id),
  pk: casePartition(caseId),
  schema: SCHEMA,
  type: 'sharing',
  ofCase: caseId,
  sharing: sharing.id,
  ...whileUnreviewed(sharing),
  reason,
  remark,
});

export const toSharingFile = (document: unknown): SharingFile => {
  const { ofCase, sharing, reason, remark } = SharingDocument.parse(document);
  return {
    caseId: ofCase,
    sharingId: sharing,
    version: markOf(document),
    ...(reason === undefined ? {} : { reason }),
    ...(remark === undefined ? {} : { remark }),
  };
};

export const toSharingKey = (document: unknown): SharingKey => {
  const { ofCase, sharing } = SharingDocument.parse(document);
  return { caseId: ofCase, sharingId: sharing };
};
