import { type Instant, plusMs } from '../domain/time';
import { type Within } from '../use-cases/ports/common';
import { type Lease, type Outbox } from '../use-cases/ports/outbox';
import { type Settings } from './settings';

/** The database tells whole seconds, rounded down: it is later than it says by less than this. */
export const GRAIN_MS = 1_000;

/** The lease as its holder may use it. */
export type Leading = {
  readonly lease: Lease;
  /**
   * The database's time, at the end of the second it told: never behind, ahead by less than a second, so that what
   * was just put into the outbox is due. The same for the whole look, so that what the look itself puts there is due
   * at the next.
   */
  readonly now: () => Instant;
  /**
   * Whether a send that begins now has ended, and its acknowledgement too, before the lease does. Told by a
   * monotonic clock, so that a replica that was paused or whose wall clock jumped fences itself.
   */
  readonly hasRoom: () => boolean;
};

type Needs = {
  readonly outbox: Pick<Outbox, 'lead'>;
  readonly mono: () => number;
  readonly holder: string;
  readonly timeout: (ms: number) => Within;
  readonly settings: Settings;
};

/** What one turn of the clock goes by. */
export type Turn = {
  /** Takes or renews the lease; undefined when another holds it, or when no more is to be begun. */
  readonly lead: () => Promise<Leading | undefined>;
  readonly isStopping: () => boolean;
};

/** Takes or renews the lease; undefined when another holds it. */
export const lead = async ({
  outbox,
  mono,
  holder,
  timeout,
  settings,
}: Needs): Promise<Leading | undefined> => {
  const { leaseMs, sendMs, storeMs, ackTries } = settings;
  const asked = mono();
  const { value: lease, now } = await outbox.lead(holder, leaseMs, timeout(storeMs));
  if (lease === undefined) return undefined;
  const left = Date.parse(lease.until) - Date.parse(now);
  const needed = sendMs + storeMs * ackTries + 2 * GRAIN_MS;
  return {
    lease,
    now: () => plusMs(now, GRAIN_MS - 1),
    hasRoom: () => mono() - asked + needed <= left,
  };
};
