import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { type Digest } from '../../audit/event';
import { type ProgramSecrets } from './secrets';

/** 32 bytes for each purpose. */
export type ProgramKeys = {
  readonly lookup: Uint8Array;
  readonly audit: Uint8Array;
  /** The seed of an Ed25519 key. */
  readonly signing: Uint8Array;
};

/** RFC 8410 §7: what stands before the 32 bytes of the seed. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_ID_DIGITS = 16;

const digestUnder =
  (key: Uint8Array): Digest =>
  text =>
    createHmac('sha256', key).update(text).digest('hex');

const signingBy = (seed: Uint8Array): Pick<ProgramSecrets, 'sign' | 'verifies'> => {
  const der = Buffer.concat([ED25519_PKCS8, seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const known = createPublicKey(secret);
  const spki = known.export({ format: 'der', type: 'spki' });
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, KEY_ID_DIGITS);
  return {
    sign: text => ({ keyId, signature: sign(null, Buffer.from(text), secret).toString('base64url') }),
    verifies: (text, given) =>
      given.keyId === keyId &&
      verify(null, Buffer.from(text), known, Buffer.from(given.signature, 'base64url')),
  };
};

export const programSecrets = ({ lookup, audit, signing }: ProgramKeys): ProgramSecrets => ({
  lookupDigest: digestUnder(lookup),
  auditDigest: digestUnder(audit),
  ...signingBy(signing),
});
