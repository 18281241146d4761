import { type ChainHead, type Fact } from '../../audit/event';
import { type Brand } from '../../domain/brand';
import { type CaseId } from '../../domain/ids';
import { type OutboxEntry } from '../../domain/outbox';

/** The database's mark of one exact state of a document; a save with an older one fails. */
export type Version = Brand<string, 'Version'>;

/**
 * `already-done`: this very command was saved before, so nothing was saved now; its effect stands.
 * `changed-meanwhile`: somebody was first; load again and decide again.
 */
export type Committed = 'done' | 'already-done' | 'changed-meanwhile';

/** Aborts at the turn's deadline. A port that is aborted rejects with the signal's reason. */
export type Within = AbortSignal;

/** A document as it lay when it was read, and where its partition's audit chain ended. */
export type Filed = { readonly version: Version; readonly head: ChainHead };

/** What goes into the same batch as every change: who did what, and what must be sent because of it. */
export type Because = { readonly fact: Fact; readonly outbox: readonly OutboxEntry[] };

/** What lies sealed is not what was sealed there: changed, moved, or an older one put back. Tells ids and no more. */
export type SealBroken = Error & { readonly name: 'SealBroken'; readonly caseId: CaseId };
