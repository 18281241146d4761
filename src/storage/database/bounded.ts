import { randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Within } from '../../use-cases/ports/common';

/** Settles with `run`, or rejects with the signal's reason at the deadline, whatever the library still waits for. */
export const bounded = async <T>(within: Within, run: () => Promise<T>): Promise<T> => {
  within.throwIfAborted();
  // A turn may ask many things at once, and each of them listens.
  setMaxListeners(0, within);
  let ring = (): void => undefined;
  const deadline = new Promise<void>(resolve => {
    ring = resolve;
  });
  within.addEventListener('abort', ring, { once: true });
  const running = run();
  // What comes after the deadline is nobody's any more.
  running.catch(() => undefined);
  try {
    await Promise.race([running, deadline]);
  } finally {
    within.removeEventListener('abort', ring);
    within.throwIfAborted();
  }
  return running;
};

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

/** Waits a random while that grows with every attempt, so that those who collided do not meet again. */
export const jitter = async (attempt: number, within: Within): Promise<void> => {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
  await bounded(within, () => sleep(randomInt(1, longest + 1)));
};
