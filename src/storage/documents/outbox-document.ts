import { z } from 'zod';
import { type OutboxEntry } from '../../domain/outbox';
import { type Instant } from '../../domain/time';
import { OUTBOX_STATES, type OutboxFile } from '../../use-cases/ports/outbox';
import * as ids from '../../ids';
import { type Document, type Step } from '../database/steps';
import { ERRAND_KINDS, OutboxEntrySchema } from './outbox-schema';
import { SCHEMA, Stored, StoredAt } from './stored';

const OutboxDocument = z.object({
  ...Stored,
  ...StoredAt,
  pk: z.string(),
  type: z.literal('outbox'),
  outboxState: z.enum(OUTBOX_STATES),
  outboxAt: ids.Instant.exactOptional(),
  attempts: z.number(),
  epoch: z.number(),
  entry: OutboxEntrySchema,
});

/** Whose reference it waits for: a person's chat, or the channel. */
const addresseeOf = ({ errand }: OutboxEntry): string => ('to' in errand ? errand.to : CHANNEL);
/** Not a person's id: those have no colon. */
export const CHANNEL = 'team:channel';

type Writing = Omit<OutboxFile, 'version'> & { readonly outboxAt?: Instant };

export const outboxId = ({ id }: Pick<OutboxEntry, 'id'>): string => `outbox:${id}`;

/** `outboxAt` only while it is on its way, `waitsFor` only while it waits: two sparse indexes. */
export const outboxDocument = (writing: Writing): Document => ({
  id: outboxId(writing.entry),
  pk: writing.partition,
  schema: SCHEMA,
  type: 'outbox',
  outboxState: writing.state,
  outboxAt: writing.outboxAt,
  waitsFor: writing.state === 'waiting' ? addresseeOf(writing.entry) : undefined,
  attempts: writing.attempts,
  epoch: writing.epoch,
  entry: writing.entry,
});

/** A new entry, due at its own time. */
export const pendingDocument = (partition: string, entry: OutboxEntry): Document =>
  outboxDocument({ entry, partition, state: 'pending', attempts: 0, epoch: 0, outboxAt: entry.at });

/** At most one for its cause, occurrence and recipient: one that is there already is not written again. */
export const outboxSteps = (partition: string, entries: readonly OutboxEntry[]): readonly Step[] =>
  entries.map(entry => ({ do: 'create', document: pendingDocument(partition, entry), ifThere: 'skip' }));

type StoredOutbox = {
  readonly file: OutboxFile;
  readonly outboxAt: Instant | undefined;
  /** Seconds since 1970, by the database. */
  readonly storedAt: number;
};

export const toStoredOutbox = (document: unknown): StoredOutbox => {
  const { pk, outboxState, outboxAt, attempts, epoch, entry, _etag, _ts } = OutboxDocument.parse(document);
  const file = { entry, partition: pk, version: _etag, state: outboxState, attempts, epoch };
  return { file, outboxAt, storedAt: _ts };
};
const OfKind = z.looseObject({
  entry: z.looseObject({ errand: z.looseObject({ kind: z.string() }) }),
});
/**
 * Without what a later release put there, and this one does not know: it stays due for that one, and keeps nothing else
 * waiting.
 */
export const carriable = (documents: readonly unknown[]): readonly unknown[] =>
  documents.filter(document => {
    const { data } = OfKind.safeParse(document);
    return data === undefined || ERRAND_KINDS.has(data.entry.errand.kind);
  });

const Due = z.looseObject({ outboxAt: ids.Instant });
export const dueAt = (document: unknown): Instant => Due.parse(document).outboxAt;

export const toOutboxFile = (document: unknown): OutboxFile => toStoredOutbox(document).file;
