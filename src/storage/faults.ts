import { type CaseId } from '../domain/ids';
import { type SealBroken } from '../use-cases/ports/common';

/** The service's status, or a word for there being none. */
type Code = number | string | undefined;

/** What went wrong and the code for it: never a document, a key or a text. */
export type StorageFault = Error & {
  readonly name: 'StorageFault';
  readonly code: Code;
  readonly doing: string;
};

const WORD = /^[A-Z][A-Z0-9_]{2,39}$/;
/** What the identity throws. It may carry a status, which is not the service's. */
const TOKENLESS = /^(Aggregate)?Authentication(Required)?Error$|^CredentialUnavailableError$/;
export const NO_TOKEN = 'NO_TOKEN';

const field = (fault: Error, name: 'code' | 'statusCode'): unknown =>
  new Map(Object.entries(fault)).get(name);

/** Why a service was not reached, or did not do it: its status, `NO_TOKEN`, or the network's word such as `ENOTFOUND`. */
export const codeOf = (fault: unknown): Code => {
  if (!(fault instanceof Error)) return undefined;
  if (TOKENLESS.test(fault.name)) return NO_TOKEN;
  const [status, code] = [field(fault, 'statusCode'), field(fault, 'code')];
  if (typeof status === 'number') return status;
  return typeof code === 'number' || (typeof code === 'string' && WORD.test(code)) ? code : undefined;
};

export const storageFault = (doing: string, code?: number | string): StorageFault =>
  Object.assign(new Error(`storage failed: ${doing}${code === undefined ? '' : ` (${code.toString()})`}`), {
    name: 'StorageFault' as const,
    code,
    doing,
  });

/** A box or a wrapped key that is not what was stored there. */
export const sealBroken = (at: { readonly caseId: CaseId; readonly documentId: string }): SealBroken =>
  Object.assign(new Error(`the seal does not hold in ${at.documentId}`), {
    name: 'SealBroken' as const,
    caseId: at.caseId,
  });
