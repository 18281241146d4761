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

/** Undefined for anything but a key that this very one wrapped. */
export const unwrapKey = (under: Uint8Array, wrapped: string): Buffer | undefined => {
  try {
    const decipher = createDecipheriv(WRAP, under, WRAP_IV);
    const key = Buffer.concat([decipher.update(wrapped, 'base64url'), decipher.final()]);
    return key.length === KEY_BYTES ? key : undefined;
  } catch {
    return undefined;
  }
};
