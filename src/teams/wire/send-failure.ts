import { z } from 'zod';

/** Why a message did not go out, as far as is known; what to do about it is the outbox's matter (design.md §7). */
export type SendFailure =
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** Certainly not delivered, and likely to work later. */
  | { readonly kind: 'unavailable' }
  /** The conversation is gone or the bot is no longer in it. */
  | { readonly kind: 'gone' }
  /** The request left and nobody knows what became of it. */
  | { readonly kind: 'ambiguous' }
  /** Will not work by trying again. Status 0: the address is not on the allow-list, nothing was sent. */
  | { readonly kind: 'refused'; readonly status: number };

/** Carries a SendFailure through the library, which knows only exceptions; it never retries one of these. */
export class ConnectorError extends Error {
  readonly failure: SendFailure;
  constructor(failure: SendFailure) {
    super(`The connector call failed: ${failure.kind}`);
    this.name = 'ConnectorError';
    this.failure = failure;
  }
}

const BY_STATUS: ReadonlyMap<number, SendFailure> = new Map<number, SendFailure>([
  [403, { kind: 'gone' }],
  [404, { kind: 'gone' }],
  [412, { kind: 'unavailable' }],
  [502, { kind: 'unavailable' }],
  [503, { kind: 'unavailable' }],
  [504, { kind: 'unavailable' }],
]);

const NEVER_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];
const Unconnected = z.object({ cause: z.object({ code: z.enum(NEVER_SENT) }) });

/** `Retry-After` in milliseconds, whether it is seconds or a date; undefined when it is neither. */
const retryAfterMs = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
};

const throttled = (wait: number | undefined): SendFailure =>
  wait === undefined ? { kind: 'throttled' } : { kind: 'throttled', retryAfterMs: wait };

/** Other 5xx are ambiguous: the fault may have struck after the message was stored. */
export const failureOfAnswer = ({ status, headers }: Response, now: number): SendFailure => {
  if (status === 429) return throttled(retryAfterMs(headers.get('retry-after'), now));
  const known = BY_STATUS.get(status);
  if (known !== undefined) return known;
  return status >= 500 ? { kind: 'ambiguous' } : { kind: 'refused', status };
};

/** For what `fetch` throws: refused or unresolved connections never carried the request, anything else may have. */
export const failureOfFetch = (fault: unknown): SendFailure =>
  Unconnected.safeParse(fault).success ? { kind: 'unavailable' } : { kind: 'ambiguous' };
