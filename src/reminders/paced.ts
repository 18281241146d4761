import { plusMs } from '../domain/time';
import { type Deps } from './deps';
import { type Fate } from './retry';
import { type Trip } from './trip';

/**
 * Waits, if not for long, until one more request keeps the limits, and counts it. A thread that is full for longer
 * puts its entry off, so that the others need not wait behind it: then this answers what becomes of it.
 */
export const paced = async (
  { pacer, settings, sleep }: Deps,
  { leading }: Trip,
  thread?: string,
): Promise<Fate | undefined> => {
  const wait = pacer.wait(thread);
  if (wait > settings.patienceMs) return { kind: 'postpone', at: plusMs(leading.now(), Math.ceil(wait)) };
  if (wait > 0) await sleep(Math.ceil(wait));
  pacer.spend(thread);
  return undefined;
};
