import { z } from 'zod';
import { type Document } from '../database/steps';
import { SCHEMA, Stored, StoredAt } from './stored';

const PointerDocument = z.object({ ...Stored, ...StoredAt, type: z.literal('pointer'), target: z.string() });

/** From a key that is known to what it stands for; the key is its id and its partition. */
export const pointerDocument = (key: string, target: string): Document => ({
  id: key,
  pk: key,
  schema: SCHEMA,
  type: 'pointer',
  target,
});

export const toPointer = (document: unknown): z.infer<typeof PointerDocument> =>
  PointerDocument.parse(document);
