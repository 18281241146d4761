import { z } from 'zod';
import { type ChainHead } from '../../audit/event';
import * as ids from '../../ids';
import { SECTIONS } from '../../domain/groups';
import { type CaseId, type MeetingId, type PersonId } from '../../domain/ids';
import { type SealedPiece } from '../../use-cases/ports/cases';
import { type Version } from '../../use-cases/ports/common';

/** Of every document; the readers take this one and the one before it. */
export const SCHEMA = 1;

export const casePartition = (id: CaseId): string => `case:${id}`;
export const meetingPartition = (id: MeetingId): string => `meeting:${id}`;
export const personPartition = (id: PersonId): string => `person:${id}`;

/** What the database adds to every document. */
const StoredVersion = z.custom<Version>(value => typeof value === 'string' && value !== '');
export const Stored = { schema: z.literal(SCHEMA), _etag: StoredVersion };
/** When the database stored it, in whole seconds. */
export const StoredAt = { _ts: z.number() };

const Versioned = z.object({ _etag: StoredVersion });
export const versionOf = (document: unknown): Version => Versioned.parse(document)._etag;

export const Head: z.ZodType<ChainHead> = z.strictObject({ sequence: z.number(), hash: z.string() });
export const Holding = z.strictObject({ origin: ids.AgencyId, section: z.enum(SECTIONS) });
export const Sealed: z.ZodType<SealedPiece> = Holding.extend({ revision: z.number(), box: z.string() });
export const Posted = z.strictObject({ activityId: z.string(), conversationId: z.string() });
/** What an archive was given, and the reference it gave back. */
export const Archived = z.strictObject({ ref: z.string(), at: ids.Instant, by: ids.PersonId });
export const Reference = z.strictObject({
  conversationId: z.string(),
  serviceUrl: z.string(),
  tenantId: z.string(),
  botId: z.string(),
  userId: z.string().exactOptional(),
});
