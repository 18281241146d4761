import { z } from 'zod';
import { type ChainHead } from '../../audit/event';
import { DRAFT_DAYS, type Draft, REFERRAL_FIELDS } from '../../domain/draft';
import * as ids from '../../ids';
import { type DraftBrief } from '../../use-cases/ports/drafts';
import { type Version } from '../../use-cases/ports/common';
import { type Document } from '../database/steps';
import { IdentitySchema } from './content-schema';
import { markOf } from './mark';
import { casePartition, Head, SCHEMA, Stored } from './stored';

export const DRAFT_ID = 'draft';
const SECONDS_A_DAY = 86_400;

const DraftDocument = z.object({
  ...Stored,
  type: z.literal('draft'),
  caseId: ids.CaseId,
  author: ids.PersonId,
  origin: ids.AgencyId,
  createdAt: ids.Instant,
  savedAt: ids.Instant,
  box: z.string(),
  head: Head,
});

/** What was typed, which lies sealed. */
const DraftContent = z.strictObject({
  values: z.partialRecord(z.enum(REFERRAL_FIELDS), z.string()),
  identity: IdentitySchema.exactOptional(),
});
export type DraftContent = Pick<Draft, 'values' | 'identity'>;

export const draftText = ({ values, identity }: Draft): string => JSON.stringify({ values, identity });
export const toDraftContent = (text: string): DraftContent => DraftContent.parse(JSON.parse(text));

/** A draft as it lies: who and when open, what was typed sealed. */
export type SealedDraft = {
  readonly facts: Omit<Draft, 'values' | 'identity'>;
  readonly box: string;
  readonly head: ChainHead;
};

/** The database deletes it DRAFT_DAYS after it was last saved. */
export const draftDocument = ({ facts, box, head }: SealedDraft): Document => ({
  id: DRAFT_ID,
  pk: casePartition(facts.id),
  schema: SCHEMA,
  type: 'draft',
  ttl: DRAFT_DAYS * SECONDS_A_DAY,
  caseId: facts.id,
  author: facts.author,
  origin: facts.origin,
  createdAt: facts.createdAt,
  savedAt: facts.savedAt,
  box,
  head,
});

export const toSealedDraft = (document: unknown): SealedDraft & { readonly version: Version } => {
  const { caseId, author, origin, createdAt, savedAt, box, head } = DraftDocument.parse(document);
  return { facts: { id: caseId, author, origin, createdAt, savedAt }, box, head, version: markOf(document) };
};

export const toDraftBrief = (document: unknown): DraftBrief => {
  const { id, savedAt } = toSealedDraft(document).facts;
  return { id, savedAt };
};
