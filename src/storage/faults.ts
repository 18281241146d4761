import { type CaseId } from '../domain/ids';
import { type SealBroken } from '../use-cases/ports/common';

/** What went wrong and the service's own code for it: never a document, a key or a text. */
export type StorageFault = Error & { readonly name: 'StorageFault'; readonly code: number | undefined };

export const storageFault = (doing: string, code?: number): StorageFault =>
  Object.assign(new Error(`storage failed: ${doing}${code === undefined ? '' : ` (${code.toString()})`}`), {
    name: 'StorageFault' as const,
    code,
  });

/** A box or a wrapped key that is not what was stored there. */
export const sealBroken = (at: { readonly caseId: CaseId; readonly documentId: string }): SealBroken =>
  Object.assign(new Error(`the seal does not hold in ${at.documentId}`), {
    name: 'SealBroken' as const,
    caseId: at.caseId,
  });
