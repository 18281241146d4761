import { nonce } from './command-id';

/** An id for what went wrong: shown to whom it went wrong for, and on the line in the log. */
export const correlationId = (): string => nonce().slice(0, 12);

/** The kind of fault, for the log: never its text, which may be anybody's. */
export const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');
