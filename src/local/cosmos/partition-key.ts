import { isArray, isObject, isScalar, parseJson, valueAt, type JsonObject } from './json';
import { type PropertyPath } from './property-path';
import { badRequest, unsupported } from './refusal';

/** A partition key value as canonical JSON text; a document without one has `{}`, as on the wire. */
export type PartitionKey = string;

const NONE: PartitionKey = '{}';

/** Reads the header `x-ms-documentdb-partitionkey`; undefined when the request names no single partition. */
export const parsePartitionKey = (header: string | undefined): PartitionKey | undefined => {
  if (header === undefined || header === '[]') return undefined;
  const values = parseJson(header, 'The partition key header');
  if (!isArray(values)) throw badRequest('The partition key header must be a JSON array.');
  if (values.length > 1) throw unsupported('hierarchical partition keys (MultiHash)');
  const [value] = values;
  if (isScalar(value)) return JSON.stringify(value);
  if (isObject(value) && Object.keys(value).length === 0) return NONE;
  throw badRequest('A partition key must be a string, a number, a boolean, null or none.');
};

/** The key that the document itself carries. */
export const partitionKeyOf = (keyPath: PropertyPath, document: JsonObject): PartitionKey => {
  const value = valueAt(document, keyPath);
  if (value === undefined) return NONE;
  if (!isScalar(value))
    throw badRequest('The partition key of a document must not be an array or an object.');
  return JSON.stringify(value);
};
