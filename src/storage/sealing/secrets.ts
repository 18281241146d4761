import { type Digest } from '../../audit/event';

/** A data key wrapped by the key-encryption key, as text that also tells which key wrapped it. */
type WrappedKey = string;

/**
 * What only this program knows: in production Key Vault, on one machine a local file. The owners of the database
 * have none of it.
 */
export type Secrets = {
  readonly wrap: (key: Uint8Array) => Promise<WrappedKey>;
  /** Rejects when the text was not wrapped by this key. */
  readonly unwrap: (wrapped: WrappedKey) => Promise<Uint8Array>;
  /** Finds an identity again without storing it; the same text gives the same digest, under its own key. */
  readonly lookupDigest: Digest;
  /** Chains the audit events, under its own key. */
  readonly auditDigest: Digest;
};
