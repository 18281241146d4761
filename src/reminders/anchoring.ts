import { type Instant } from '../domain/time';
import { type Anchorer, nameOf, type Outside } from './deps';
import { type Settings } from './settings';

/** Anchors the audit while this replica leads; what fails is logged, and tried again after the interval. */
export const createAnchorer = (
  { makeAnchor, mono, timeout, log }: Pick<Outside, 'makeAnchor' | 'mono' | 'timeout' | 'log'>,
  { anchorMs, sendMs }: Settings,
): Anchorer => {
  const state = { next: mono() };
  const make = async (now: Instant): Promise<void> => {
    try {
      await makeAnchor(now, timeout(sendMs));
    } catch (fault) {
      log('make-anchor-failed', { fault: nameOf(fault) });
    }
  };
  return {
    whenDue: async now => {
      if (mono() < state.next) return;
      state.next = mono() + anchorMs;
      await make(now);
    },
    atTheEnd: make,
  };
};
