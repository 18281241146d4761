import { z } from 'zod';
import { sumOfCharges } from './charge';
import { type Scope } from './documents';
import { isArray, isObject, type Json, type JsonObject } from './json';
import * as operations from './operations';
import { badRequest, isRefusal, tooLarge, type Refusal } from './refusal';

const MOST_OPERATIONS = 100;

const Body = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const preconditions = { ifMatch: z.string().optional(), ifNoneMatch: z.string().optional() };
/** The SDK repeats the batch's own key on operations that were given one. */
const partitionKey = z.string().optional();
const id = z.string();

const Operation = z.discriminatedUnion('operationType', [
  z.strictObject({
    operationType: z.literal(['Create', 'Upsert']),
    id: id.optional(),
    resourceBody: Body,
    partitionKey,
    ...preconditions,
  }),
  z.strictObject({
    operationType: z.literal(['Replace', 'Patch']),
    id,
    resourceBody: z.union([Body, z.array(Body)]),
    partitionKey,
    ...preconditions,
  }),
  z.strictObject({ operationType: z.literal(['Read', 'Delete']), id, partitionKey, ...preconditions }),
]);

type BatchOperation = z.infer<typeof Operation>;
type Result = { readonly statusCode: number; readonly requestCharge: number } & JsonObject;

export type BatchOutcome = {
  readonly status: 200 | 207;
  readonly charge: number;
  readonly results: readonly Result[];
};

const run = (scope: Scope, operation: BatchOperation): operations.Outcome => {
  switch (operation.operationType) {
    case 'Create':
      return operations.createDocument(scope, { ...operation, body: operation.resourceBody });
    case 'Upsert':
      return operations.upsertDocument(scope, { ...operation, body: operation.resourceBody });
    case 'Replace':
      return operations.replaceDocument(scope, { ...operation, body: single(operation.resourceBody) });
    case 'Patch':
      return operations.patchDocument(scope, { ...operation, patch: operation.resourceBody });
    case 'Read':
      return operations.readDocument(scope, operation);
    case 'Delete':
      return operations.deleteDocument(scope, operation);
  }
};

const single = (body: JsonObject | JsonObject[]): JsonObject => {
  if (!isObject(body)) throw badRequest('A replace must carry one document.');
  return body;
};

const result = ({ status, charge, etag, document }: operations.Outcome): Result => ({
  statusCode: status,
  requestCharge: charge,
  ...(etag === undefined ? {} : { eTag: etag }),
  ...(document === undefined ? {} : { resourceBody: document }),
});

/** Carries the failure out through the transaction, which rolls back on the way. */
type Failure = Error & { readonly position: number; readonly refused: Refusal };

const failure = (position: number, refused: Refusal): Failure =>
  Object.assign(new Error('a batch operation failed'), { position, refused });

const isFailure = (error: unknown): error is Failure => error instanceof Error && 'position' in error;

const attempt = (scope: Scope, operation: BatchOperation, position: number): Result => {
  try {
    return result(run(scope, operation));
  } catch (error) {
    throw isRefusal(error) ? failure(position, error) : error;
  }
};

const rolledBack = (size: number, { position, refused }: Failure): BatchOutcome => ({
  status: 207,
  charge: 1,
  results: Array.from({ length: size }, (_, index) =>
    index === position
      ? { statusCode: refused.status, requestCharge: 1, message: refused.message }
      : { statusCode: 424, requestCharge: 0 },
  ),
});

/** Throws 400 for a malformed operation, 413 above a hundred of them. */
export const parseBatch = (body: Json): readonly BatchOperation[] => {
  if (isArray(body) && body.length > MOST_OPERATIONS) {
    throw tooLarge('a batch holds at most 100 operations');
  }
  const parsed = z.array(Operation).min(1).safeParse(body);
  if (!parsed.success) throw badRequest(`The batch is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

/** One transaction: 200 with every result, or 207 with the failure's own code, 424 for the others and nothing done. */
export const runBatch = (scope: Scope, batch: readonly BatchOperation[]): BatchOutcome => {
  try {
    const results = scope.sqlite.transaction(() =>
      batch.map((operation, position) => attempt(scope, operation, position)),
    );
    return { status: 200, charge: sumOfCharges(results.map(each => each.requestCharge)), results };
  } catch (error) {
    if (isFailure(error)) return rolledBack(batch.length, error);
    throw error;
  }
};
