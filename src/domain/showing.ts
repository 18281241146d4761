import { type Holding } from './groups';
import { type CaseId, type PersonId } from './ids';
import { isSameMessage, type Posted } from './posted';
import { type Instant, plusMs } from './time';

/** A card was answered with something in somebody's chat: through which message, and whether it was only looked at. */
export type Showing = {
  readonly person: PersonId;
  readonly at: Instant;
  readonly through: Posted;
  /** Undefined for what is no case: a list, a help. */
  readonly caseId?: CaseId;
  /** The consent it was shown under. */
  readonly consent?: number;
  readonly kind: 'look' | 'change';
  /** What was asked for. */
  readonly operation: string;
  /** What was shown of what is sealed. */
  readonly disclosed: readonly Holding[];
};

/** How far back a message may still be in sight (design.md §7). */
const IN_SIGHT_MS = 86_400_000;
export const inSightSince = (at: Instant): Instant => plusMs(at, -IN_SIGHT_MS);

/** Of two at one moment, what was done is what stands there. */
const later = (one: Showing, other: Showing): Showing => {
  if (one.at === other.at) return other.kind === 'change' ? other : one;
  return other.at > one.at ? other : one;
};
/** What stands in the message now: the newest that was answered through it. */
export const standsIn = (message: Posted, showings: readonly Showing[]): Showing | undefined =>
  showings
    .filter(({ through }) => isSameMessage(through, message))
    .reduce<Showing | undefined>(
      (newest, one) => (newest === undefined ? one : later(newest, one)),
      undefined,
    );

/** Answered with the reader's own tasks: codes, neutral titles and dates, and no case. */
const WITH_TASKS = ['complete-action', 'ask-new-date', 'mute-action', 'accept-hand-over'];

type Stop = { readonly caseId: CaseId; readonly stoppedAt: Instant; readonly ended: boolean };
/**
 * Whether a message shows the case as it was before it stopped. A look that was asked for later may still have been
 * taken before: where the consent is gone it betrays itself by the consent it was shown under.
 */
export const showsBefore = (showing: Showing, { caseId, stoppedAt, ended }: Stop): boolean =>
  showing.caseId === caseId &&
  !WITH_TASKS.includes(showing.operation) &&
  (showing.at < stoppedAt || (ended && showing.kind === 'look' && showing.consent !== undefined));
