import { createHash } from 'node:crypto';
import { type Derive } from './domain/ids';

/** 128 bits of SHA-256 over the parts, each with its length, so that no two lists of parts read the same. */
export const derive: Derive = (...parts) =>
  createHash('sha256')
    .update(parts.map(part => `${String(part.length)}:${part}`).join('|'))
    .digest('hex')
    .slice(0, 32);
