import { badRequest } from './refusal';

export type Scalar = string | number | boolean | null;
export type Json = Scalar | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

const isJson = (value: unknown): value is Json => value !== undefined;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isScalar = (value: Json | undefined): value is Scalar =>
  value !== undefined && (value === null || typeof value !== 'object');

/** Reads text that this server wrote itself; anything else is a fault. */
export const trustedJson = (text: string): Json => {
  const value: unknown = JSON.parse(text);
  if (!isJson(value)) throw new Error('JSON.parse gave undefined');
  return value;
};

/** Reads text that came over the wire; `what` names the part in the refusal. */
export const parseJson = (text: string, what: string): Json => {
  try {
    return trustedJson(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`);
  }
};

export const parseObject = (text: string, what: string): JsonObject => {
  const value = parseJson(text, what);
  if (!isObject(value)) throw badRequest(`${what} must be a JSON object.`);
  return value;
};

/** The value at a property path, or undefined when any step is missing; never reads an inherited property. */
export const valueAt = (value: Json | undefined, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (node, name) => (isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined),
    value,
  );

export const withoutUndefined = (entries: readonly (readonly [string, Json | undefined])[]): JsonObject =>
  Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
