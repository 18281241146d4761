import { z } from 'zod';
import { ITEM_KINDS, type AgendaItem } from '../../domain/agenda';
import { OFF_REASONS } from '../../domain/by-hand';
import { QUESTIONS } from '../../domain/decision';
import { DECLINE_REASONS, DEFER_REASONS } from '../../domain/reasons';
import { type MeetingId } from '../../domain/ids';
import * as ids from '../../ids';
import { type ItemFile, type SealedPiece } from '../../use-cases/ports/cases';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { casePartition, Posted, SCHEMA, Sealed, Stored } from './stored';

export const itemId = (meetingId: MeetingId): string => `item:${meetingId}`;

export const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken-in') }),
  z.strictObject({ kind: z.literal('declined'), reason: z.enum(DECLINE_REASONS) }),
  z.strictObject({ kind: z.literal('deferred'), reason: z.enum(DEFER_REASONS) }),
  z.strictObject({ kind: z.literal('recommended') }),
  z.strictObject({ kind: z.literal('not-recommended') }),
]);
const DecisionSchema = z.strictObject({
  id: ids.DecisionId,
  question: z.enum(QUESTIONS),
  outcome: Outcome,
  on: ids.LocalDate,
  recordedBy: ids.PersonId,
  recordedAt: ids.Instant,
  present: z.array(ids.SeatId),
  dissent: ids.SeatId.exactOptional(),
});
const ItemSchema = z.strictObject({
  caseId: ids.CaseId,
  code: ids.CaseCode,
  meetingId: ids.MeetingId,
  number: z.number(),
  kind: z.enum(ITEM_KINDS),
  publishedAt: ids.Instant,
  answered: z.array(ids.SeatId),
  onBehalf: z.array(ids.SeatId).exactOptional(),
  late: z.literal(true).exactOptional(),
  offReason: z.enum(OFF_REASONS).exactOptional(),
  decision: DecisionSchema.exactOptional(),
  posted: Posted.exactOptional(),
  closed: z.boolean(),
});
const ItemDocument = z.object({
  ...Stored,
  type: z.literal('item'),
  item: ItemSchema,
  rationale: Sealed.exactOptional(),
});

/** `meetingId` stands beside the item, so that an agenda is one query. */
export const itemDocument = (item: AgendaItem, rationale: SealedPiece | undefined): Document => ({
  id: itemId(item.meetingId),
  pk: casePartition(item.caseId),
  schema: SCHEMA,
  type: 'item',
  meetingId: item.meetingId,
  item,
  rationale,
});

export const toItemFile = (document: unknown): ItemFile => {
  const { item, rationale } = ItemDocument.parse(document);
  return { item, version: markOf(document), ...(rationale === undefined ? {} : { rationale }) };
};
