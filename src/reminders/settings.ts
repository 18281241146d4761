import { type Limits, TEAMS_LIMITS } from './pacing';

/** All in milliseconds but `page`, `lanes` and `ackTries`. */
export type Settings = {
  readonly leaseMs: number;
  /** How long one send may take, and one step in the database. */
  readonly sendMs: number;
  readonly storeMs: number;
  readonly ackTries: number;
  /** Between two looks at the outbox when nobody rings. */
  readonly pollMs: number;
  /** Between two looks that are rung for: what is put there meanwhile is taken up by one. */
  readonly gatherMs: number;
  /** How many entries one look takes. */
  readonly page: number;
  /** How many threads are sent to at once when there is more than one look takes; otherwise one send follows another. */
  readonly lanes: number;
  /** A thread that is free again within this is waited for; otherwise its entry is put off. */
  readonly patienceMs: number;
  /** Between two anchors of the audit (docs/audit.md). */
  readonly anchorMs: number;
  readonly limits: Limits;
};

/** A lease four sends long, so that a send begins in its first half. */
export const USUAL: Settings = {
  leaseMs: 60_000,
  sendMs: 15_000,
  storeMs: 5_000,
  ackTries: 3,
  pollMs: 2_000,
  gatherMs: 100,
  page: 50,
  lanes: 16,
  patienceMs: 2_000,
  anchorMs: 300_000,
  limits: TEAMS_LIMITS,
};
