import { createHash } from 'node:crypto';
import { z } from 'zod';
import { badRequest } from '../refusal';
import { type QuerySpec } from './parse';

const Token = z.strictObject({
  /** The fingerprint of the query, so that a token never continues another one. */
  of: z.string(),
  after: z.array(z.union([z.string(), z.number()])).readonly(),
  /** What TOP still allows. */
  left: z.number().optional(),
});

export type Continuation = z.infer<typeof Token>;

/** What a token belongs to: the query's text, its parameters and its partition. */
export const fingerprint = (spec: QuerySpec, partition: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([spec, partition ?? null]))
    .digest('base64url')
    .slice(0, 22);

export const writeContinuation = (token: Continuation): string =>
  Buffer.from(JSON.stringify(token)).toString('base64url');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** Throws 400 for a token that is not ours or belongs to another query. */
export const readContinuation = (text: string, of: string): Continuation => {
  const token = Token.safeParse(parsed(text));
  if (!token.success || token.data.of !== of) {
    throw badRequest('Invalid continuation token: it does not belong to this query.');
  }
  return token.data;
};
