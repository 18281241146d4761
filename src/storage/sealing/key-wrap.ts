import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What wraps, and what is wrapped: AES-256. */
export const KEY_BYTES = 32;
const WRAP = 'id-aes256-wrap';
/** RFC 3394's own initial value: unwrapping checks it. */
const WRAP_IV = Buffer.alloc(8, 0xa6);

/** RFC 3394, as base64url. */
export const wrapKey = (under: Uint8Array, key: Uint8Array): string => {
  const cipher = createCipheriv(WRAP, under, WRAP_IV);
  return Buffer.concat([cipher.update(key), cipher.final()]).toString('base64url');
};

/**
 * In memory of its own: what Node cuts from a slab that others share would keep the whole slab for as long as the key, and
 * leave the key in it for longer. What it was put together from is blanked.
 */
const apart = (parts: readonly Buffer[]): Buffer => {
  const key = Buffer.alloc(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => at + part.copy(key, at), 0);
  parts.forEach(part => part.fill(0));
  return key;
};

/** Undefined for anything but a key that this very one wrapped. */
export const unwrapKey = (under: Uint8Array, wrapped: string): Buffer | undefined => {
  try {
    const decipher = createDecipheriv(WRAP, under, WRAP_IV);
    const key = apart([decipher.update(wrapped, 'base64url'), decipher.final()]);
    return key.length === KEY_BYTES ? key : undefined;
  } catch {
    return undefined;
  }
};
