import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Wrapping } from './secrets';

const TAG_BYTES = 16;

const tagOf = (key: Uint8Array, wrapped: string): Buffer =>
  createHmac('sha256', key).update(wrapped).digest().subarray(0, TAG_BYTES);

/**
 * Wrapping that also tells who wrapped. A vault's key wraps with a public key, so whoever can write to the database
 * could put a key of their own there, and read what is sealed from then on; without the tag it is not unwrapped.
 */
export const attested = (wrapping: Wrapping, key: Uint8Array): Wrapping => ({
  wrap: async (data, within) => {
    const wrapped = await wrapping.wrap(data, within);
    return `${wrapped}.${tagOf(key, wrapped).toString('base64url')}`;
  },
  unwrap: async (text, within) => {
    const end = text.lastIndexOf('.');
    const wrapped = text.slice(0, end);
    const [tag, given] = [tagOf(key, wrapped), Buffer.from(text.slice(end + 1), 'base64url')];
    if (given.length !== tag.length || !timingSafeEqual(given, tag)) return undefined;
    return wrapping.unwrap(wrapped, within);
  },
  isNewest: wrapping.isNewest,
});
