import { z } from 'zod';
import { ANSWERS, type Contribution } from '../../domain/contribution';
import { GROUPS } from '../../domain/groups';
import { type MeetingId, type SeatId } from '../../domain/ids';
import * as ids from '../../ids';
import { type ContributionFile, type SealedPiece } from '../../use-cases/ports/cases';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { casePartition, SCHEMA, Sealed, Stored } from './stored';

/** One document per seat and meeting. */
export const contributionDocumentId = ({
  meetingId,
  seat,
}: {
  readonly meetingId: MeetingId;
  readonly seat: SeatId;
}): string => `contribution:${meetingId}:${seat}`;

const ContributionSchema = z.strictObject({
  caseId: ids.CaseId,
  meetingId: ids.MeetingId,
  seat: ids.SeatId,
  agency: ids.AgencyId,
  answer: z.enum(ANSWERS),
  by: ids.PersonId,
  onBehalf: z.boolean(),
  at: ids.Instant,
  knowing: z.literal(true).exactOptional(),
  group: z.enum(GROUPS).exactOptional(),
});
const ContributionDocument = z.object({
  ...Stored,
  type: z.literal('contribution'),
  contribution: ContributionSchema,
  note: Sealed.exactOptional(),
});

export const contributionDocument = (
  contribution: Contribution,
  note: SealedPiece | undefined,
): Document => ({
  id: contributionDocumentId(contribution),
  pk: casePartition(contribution.caseId),
  schema: SCHEMA,
  type: 'contribution',
  contribution,
  note,
});

export const toContributionFile = (document: unknown): ContributionFile => {
  const { contribution, note } = ContributionDocument.parse(document);
  return { contribution, version: markOf(document), ...(note === undefined ? {} : { note }) };
};
