/** What went wrong and the service's own code for it: never a document, a key or a text. */
export type StorageFault = Error & { readonly name: 'StorageFault'; readonly code: number | undefined };

export const storageFault = (doing: string, code?: number): StorageFault =>
  Object.assign(new Error(`storage failed: ${doing}${code === undefined ? '' : ` (${code.toString()})`}`), {
    name: 'StorageFault' as const,
    code,
  });

/** A sealed piece that is not what was sealed there: changed, moved, or an older one put back. */
export type SealBroken = Error & { readonly name: 'SealBroken' };

export const sealBroken = (documentId: string): SealBroken =>
  Object.assign(new Error(`the seal does not hold in ${documentId}`), { name: 'SealBroken' as const });
