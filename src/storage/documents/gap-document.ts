import { z } from 'zod';
import { type ChainHead } from '../../audit/event';
import { GAPS } from '../../domain/action-choices';
import { type Gap } from '../../domain/gap';
import { type GapId } from '../../domain/ids';
import { PARTNERS } from '../../domain/people';
import * as ids from '../../ids';
import { type GapFile } from '../../use-cases/ports/gaps';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { Head, SCHEMA, Stored } from './stored';

export const GAP_ID = 'gap';
export const gapPartition = (id: GapId): string => `gap:${id}`;

const Facts = z.strictObject({
  id: ids.GapId,
  category: z.enum(GAPS),
  partners: z.array(z.enum(PARTNERS)),
  text: z.string(),
  agency: ids.AgencyId,
  recordedAt: ids.Instant,
  reports: z.number(),
});
/** Strict: were a case or a code ever to stand in a gap, it could be neither written nor read. */
const GapSchema = z.discriminatedUnion('state', [
  Facts.extend({ state: z.literal('new') }),
  Facts.extend({
    state: z.literal('cleared'),
    clearedText: z.string(),
    clearedAt: ids.Instant,
    clearedBy: ids.PersonId,
  }),
  Facts.extend({ state: z.literal('hidden'), hiddenAt: ids.Instant, hiddenBy: ids.PersonId }),
]);
const GapDocument = z.object({ ...Stored, type: z.literal('gap'), gap: GapSchema, head: Head });

/** `recordedAt` stands beside it as well, where it can be asked for. */
export const gapDocument = (gap: Gap, head: ChainHead): Document => ({
  id: GAP_ID,
  pk: gapPartition(gap.id),
  schema: SCHEMA,
  type: 'gap',
  recordedAt: gap.recordedAt,
  gap: GapSchema.parse(gap),
  head,
});

export const toGapFile = (document: unknown): GapFile => {
  const { gap, head } = GapDocument.parse(document);
  return { gap, head, version: markOf(document) };
};
