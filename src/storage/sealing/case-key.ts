import { randomBytes } from 'node:crypto';
import { type CaseId } from '../../domain/ids';
import { type Within } from '../../use-cases/ports/common';
import { sealBroken } from '../faults';
import { agingCache, type CacheBounds } from './aging-cache';
import { KEYS_ID } from './key-document';
import { KEY_BYTES } from './key-wrap';
import { type Secrets } from './secrets';

/** The key that wraps all data keys of one case, as it lies and as it works. */
export type CaseKey = { readonly wrapped: string; readonly bytes: Uint8Array };

/** One key a case, wrapped by the key-encryption key: a vault is asked once, however many data keys a case has. */
export type CaseKeys = {
  readonly make: (caseId: CaseId, within: Within) => Promise<CaseKey>;
  /** Throws SealBroken when the key-encryption key did not wrap it. */
  readonly open: (caseId: CaseId, wrapped: string, within: Within) => Promise<CaseKey>;
  readonly forget: (caseId: CaseId) => void;
};

export const caseKeysIn = (secrets: Pick<Secrets, 'wrap' | 'unwrap'>, bounds: CacheBounds): CaseKeys => {
  const cache = agingCache<CaseKey>(bounds);
  const remembered = (caseId: CaseId, key: CaseKey): CaseKey => {
    cache.put(caseId, key);
    return key;
  };
  return {
    make: async (caseId, within) => {
      const bytes = randomBytes(KEY_BYTES);
      return remembered(caseId, { bytes, wrapped: await secrets.wrap(bytes, within) });
    },
    open: async (caseId, wrapped, within) => {
      const known = cache.get(caseId);
      if (known?.wrapped === wrapped) return known;
      const bytes = await secrets.unwrap(wrapped, within);
      if (bytes === undefined) throw sealBroken({ caseId, documentId: KEYS_ID });
      return remembered(caseId, { wrapped, bytes });
    },
    forget: caseId => {
      cache.drop(caseId);
    },
  };
};
