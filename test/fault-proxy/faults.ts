import { type Fault } from '../../src/local/cosmos/wire';

/** What may happen to a request on its way to the database, or to the answer on its way back. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'reset before': { kind: 'drop-before' },
  'reset after': { kind: 'drop-after' },
  '408 before': { kind: 'answer', status: 408 },
  '408 after': { kind: 'answer', status: 408, done: true },
  '429 for a moment': { kind: 'answer', status: 429, retryAfterMs: 50 },
  '429 for long': { kind: 'answer', status: 429, retryAfterMs: 10_000 },
  449: { kind: 'answer', status: 449 },
  500: { kind: 'answer', status: 500 },
  '503 before': { kind: 'answer', status: 503 },
  '503 after': { kind: 'answer', status: 503, done: true },
  slow: { kind: 'delay', milliseconds: 1_000 },
  'far too slow': { kind: 'delay', milliseconds: 5_000 },
};

/** One of each kind that differs in what is known afterwards. */
export const TELLING: readonly string[] = [
  ...['reset before', 'reset after', '408 after', '429 for long', '449', '500', '503 after', 'far too slow'],
];
