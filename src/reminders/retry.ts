import { type Instant, plusMs } from '../domain/time';
import { type SendFailure } from '../use-cases/ports/messenger';
import { GRAIN_MS } from './leading';

/** What becomes of an entry that was not sent. `leave`: it may have been; it is due again when its claim ends. */
export type Fate =
  | { readonly kind: 'postpone'; readonly at: Instant }
  | { readonly kind: 'settle'; readonly state: 'dropped' | 'dead' | 'waiting' }
  | { readonly kind: 'leave' };

/** The database's time now, how often the entry was tried, this time included, and a number in [0, 1). */
export type Trying = { readonly now: Instant; readonly attempts: number; readonly chance: number };

const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;
const SHORTLY_MS = 1_000;
const THROTTLED_MS = 1_000;
const JITTER_MS = 1_000;

/** Doubles from two seconds to five minutes; a random half of it, so that entries do not come back together. */
export const backoffMs = (attempts: number, chance: number): number => {
  const whole = Math.min(FIRST_MS * 2 ** Math.min(Math.max(0, attempts - 1), 20), LONGEST_MS);
  return Math.round(whole / 2 + (whole / 2) * chance);
};

const tryLater = ({ now, attempts, chance }: Trying): Fate => ({
  kind: 'postpone',
  at: plusMs(now, backoffMs(attempts, chance)),
});

/** What it waits for is on its way: a second or two. */
export const tryShortly = ({ now, chance }: Trying): Fate => ({
  kind: 'postpone',
  at: plusMs(now, Math.round(SHORTLY_MS + JITTER_MS * chance)),
});

/** Not before Teams said, and a little later, so that not everyone comes back at that moment. */
const asTold = (retryAfterMs: number, { now, chance }: Trying): Fate => ({
  kind: 'postpone',
  at: plusMs(now, Math.ceil(retryAfterMs + GRAIN_MS + JITTER_MS * chance)),
});

/** design.md §7: wait as told, try later what was surely not sent, and tell the coordinator what cannot arrive. */
export const fateOf = (failure: SendFailure, trying: Trying): Fate => {
  switch (failure.kind) {
    case 'throttled':
      return asTold(failure.retryAfterMs ?? THROTTLED_MS, trying);
    case 'unavailable':
      return tryLater(trying);
    case 'ambiguous':
      return { kind: 'leave' };
    case 'gone':
    case 'refused':
      return { kind: 'settle', state: 'dead' };
  }
};

/** A chat that could not be opened: nothing was sent, so even an unclear answer is only tried again. */
export const fateOfOpening = (failure: SendFailure, trying: Trying): Fate => {
  if (failure.kind === 'ambiguous') return tryLater(trying);
  return failure.kind === 'gone' ? { kind: 'settle', state: 'waiting' } : fateOf(failure, trying);
};
