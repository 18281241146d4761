import { isIndexed, type Indexes } from './indexing-policy';
import { type JsonObject } from './json';
import { ELEMENTS } from './property-path';

/**
 * Request units, modelled on the published figures (1 KB: read 1, insert 5, replace 10, delete 5;
 * 100 KB: read 10, insert 50), straight between and beyond. A model, not a measurement:
 * - a read grows by 9/99 a KB and doubles under Strong consistency, which the account declares;
 * - a write grows by 45/99 a KB and costs 0.2 for each top-level property that the policy indexes;
 * - a query costs 2.3 and 0.3 for each result, and 9/99 for each KB of answer, doubled as a read;
 * - a batch costs the sum of its operations.
 */
const STRONG = 2;
const PER_INDEXED_PROPERTY = 0.2;

export type WriteKind = 'create' | 'replace' | 'delete';

const WRITE_FACTOR: Readonly<Record<WriteKind, number>> = { create: 1, replace: 2, delete: 1 };

const kilobytes = (bytes: number): number => Math.max(1, bytes / 1024);
const rounded = (units: number): number => Math.round(units * 100) / 100;

export const readCharge = (bytes: number): number =>
  rounded((1 + (9 / 99) * (kilobytes(bytes) - 1)) * STRONG);

const indexedProperties = (indexes: Indexes, document: JsonObject): number =>
  Object.keys(document).filter(name => isIndexed(indexes, [name]) || isIndexed(indexes, [name, ELEMENTS]))
    .length;

export const writeCharge = (kind: WriteKind, indexes: Indexes, document: JsonObject): number => {
  const size = kilobytes(Buffer.byteLength(JSON.stringify(document)));
  const indexing = PER_INDEXED_PROPERTY * indexedProperties(indexes, document);
  return rounded((5 + (45 / 99) * (size - 1) + indexing) * WRITE_FACTOR[kind]);
};

export const queryCharge = (results: number, bytes: number): number =>
  rounded((2.3 + 0.3 * results + ((9 / 99) * bytes) / 1024) * STRONG);

export const sumOfCharges = (charges: readonly number[]): number =>
  rounded(charges.reduce((sum, charge) => sum + charge, 0));
