import { plusMs } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Deps } from './deps';
import { type Slot } from './pacing';
import { type Fate } from './retry';
import { type Trip } from './trip';

/**
 * Waits, if not for long, until one more request keeps the limits, and keeps it a slot. A thread that is full for
 * longer puts its entry off, so that the others need not wait behind it: then this answers what becomes of it.
 */
export const paced = async (
  deps: Deps,
  { leading }: Pick<Trip, 'leading'>,
  thread?: string,
): Promise<Result<Slot, Fate>> => {
  const { pacer, settings, sleep, mono } = deps;
  const begun = mono();
  for (let wait = pacer.wait(thread); wait > 0; wait = pacer.wait(thread)) {
    const isLong = mono() - begun + wait > settings.patienceMs;
    if (isLong) return err({ kind: 'postpone', at: plusMs(leading.now(), Math.ceil(wait)) });
    await sleep(Math.ceil(wait));
  }
  return ok(pacer.keep(thread));
};
