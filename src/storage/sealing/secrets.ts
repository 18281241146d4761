import { type Digest } from '../../audit/event';
import { type Within } from '../../use-cases/ports/common';

/** A data key wrapped by the key-encryption key, as text that also tells which key wrapped it. */
type WrappedKey = string;
/** Who signed, as the digest of the public key, and the signature in base64url. */
type Signature = { readonly keyId: string; readonly signature: string };

/** What the program itself knows; the same for as long as the data lives, whatever wraps the data keys. */
export type ProgramSecrets = {
  /** Finds an identity again without storing it; the same text gives the same digest, under its own key. */
  readonly lookupDigest: Digest;
  /** Chains the audit events, under its own key. */
  readonly auditDigest: Digest;
  /** Ed25519, under its own key. */
  readonly sign: (text: string) => Signature;
  /** Whether this very text was signed by this program's key; false for anything else, never a throw. */
  readonly verifies: (text: string, signature: Signature) => boolean;
};

/** The key-encryption key: the newest version wraps, every version that is still there unwraps. */
export type Wrapping = {
  readonly wrap: (key: Uint8Array, within: Within) => Promise<WrappedKey>;
  /** Undefined when no version that is still there wrapped this very text. */
  readonly unwrap: (wrapped: WrappedKey, within: Within) => Promise<Uint8Array | undefined>;
  /** Whether the newest version wrapped it, as far as its text tells. */
  readonly isNewest: (wrapped: WrappedKey, within: Within) => Promise<boolean>;
};

/**
 * What only this program knows: in production Key Vault, on one machine a local file. The owners of the database
 * have none of it.
 */
export type Secrets = Wrapping & ProgramSecrets;
