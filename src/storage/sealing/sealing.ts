import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Section } from '../../domain/groups';
import { type AgencyId, type CaseId } from '../../domain/ids';
import { sealBroken } from '../faults';

/** What is sealed under one key: one agency's part of one section, or its draft. */
export type Slot = { readonly origin: AgencyId; readonly section: Section | 'draft' };
/** `id` is in every box, so that a key that was destroyed is never mistaken for the one that came after. */
export type DataKey = { readonly id: string; readonly bytes: Uint8Array };
/** Where a sealed text belongs. Moved elsewhere, or put back after a newer one, it does not open. */
export type SealedAt = {
  readonly caseId: CaseId;
  readonly documentId: string;
  readonly slot: Slot;
  readonly revision: number;
};

const SCHEMA = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `schema|caseId|documentId|group|origin|revision` (design.md §4). */
const boundTo = ({ caseId, documentId, slot, revision }: SealedAt): Buffer =>
  Buffer.from([SCHEMA, caseId, documentId, slot.section, slot.origin, revision].join('|'));

const DRAWN = 256;
/** Each is used once. They are drawn many at a time, for asking the system takes longer than sealing a section does. */
const noncesOf = (): (() => Buffer) => {
  let [drawn, at] = [Buffer.alloc(0), 0];
  return () => {
    if (at === drawn.length) [drawn, at] = [randomBytes(DRAWN * NONCE_BYTES), 0];
    at += NONCE_BYTES;
    return drawn.subarray(at - NONCE_BYTES, at);
  };
};
const nextNonce = noncesOf();

/** The text as a box: the key's id, a dot, and what only that key opens, in that very place. */
export const seal = (key: DataKey, at: SealedAt, text: string): string => {
  const nonce = nextNonce();
  const cipher = createCipheriv(CIPHER, key.bytes, nonce).setAAD(boundTo(at));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${key.id}.${sealed.toString('base64url')}`;
};

const decipher = (key: DataKey, at: SealedAt, sealed: Buffer): string => {
  const end = sealed.length - TAG_BYTES;
  const opening = createDecipheriv(CIPHER, key.bytes, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(boundTo(at))
    .setAuthTag(sealed.subarray(end));
  const text = opening.update(sealed.subarray(NONCE_BYTES, end));
  return Buffer.concat([text, opening.final()]).toString('utf8');
};

/** Throws SealBroken when it is not exactly what was sealed there. */
export const open = (key: DataKey, at: SealedAt, box: string): string => {
  try {
    return decipher(key, at, Buffer.from(box.slice(box.indexOf('.') + 1), 'base64url'));
  } catch {
    throw sealBroken(at);
  }
};

export const keyIdOf = (box: string): string => box.split('.', 1)[0] ?? '';

/** What is left where a section was erased, until its key is known to be destroyed: the key's id and nothing more. */
export const tombstone = (box: string): string => `${keyIdOf(box)}.`;
export const isTombstone = (box: string): boolean => box.endsWith('.');
