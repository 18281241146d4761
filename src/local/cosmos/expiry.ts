import { type JsonObject } from './json';
import { badRequest } from './refusal';
import { fragment, type Fragment } from './sqlite';

const checkedTtl = (ttl: JsonObject[string] | undefined): number | undefined => {
  if (ttl === undefined) return undefined;
  if (typeof ttl !== 'number' || !Number.isInteger(ttl) || (ttl < 1 && ttl !== -1)) {
    throw badRequest('The property "ttl" must be -1 or a positive whole number of seconds.');
  }
  return ttl;
};

/**
 * The second at which a document written at `ts` vanishes, null for never. TTL counts from the last change;
 * without a default on the container a document's own `ttl` is ignored, and -1 means never.
 */
export const expiresAt = (
  document: JsonObject,
  ts: number,
  defaultTtl: number | undefined,
): number | null => {
  const own = checkedTtl(document['ttl']);
  if (defaultTtl === undefined) return null;
  const ttl = own ?? defaultTtl;
  return ttl === -1 ? null : ts + ttl;
};

export const stillAlive = (now: number): Fragment => fragment('(expires IS NULL OR expires > ?)', now);
