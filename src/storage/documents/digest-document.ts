import { z } from 'zod';
import { type PersonId } from '../../domain/ids';
import { type PostedDigest } from '../../domain/posted';
import { type Instant, instantOf } from '../../domain/time';
import * as ids from '../../ids';
import { type Document } from '../database/steps';
import { personPartition, Posted, SCHEMA, Stored, StoredAt } from './stored';

export const DIGEST_ID = 'digest';

const DigestDocument = z.object({
  ...Stored,
  ...StoredAt,
  type: z.literal(DIGEST_ID),
  digest: z.strictObject({ posted: Posted, on: ids.LocalDate }),
});

/** The newest one alone: an older one is not looked for any more. */
export const digestDocument = (to: PersonId, digest: PostedDigest): Document => ({
  id: DIGEST_ID,
  pk: personPartition(to),
  schema: SCHEMA,
  type: DIGEST_ID,
  digest,
});

const isDigest = (document: unknown): boolean =>
  z.object({ type: z.literal(DIGEST_ID) }).safeParse(document).success;

/** Of what was found beside a person, the place of their digest. */
export const digestAmong = (documents: readonly unknown[]): PostedDigest | undefined => {
  const found = documents.find(isDigest);
  return found === undefined ? undefined : DigestDocument.parse(found).digest;
};

/** By the database, in whole seconds. */
export const digestStoredAt = (document: unknown): Instant =>
  instantOf(new Date(DigestDocument.parse(document)._ts * 1_000));
