import { type Response, Router } from 'express';

type Needs = {
  /** One small request to the database; rejects when it is not there. */
  readonly probe: (within: AbortSignal) => Promise<unknown>;
  /** Milliseconds that never jump. */
  readonly mono: () => number;
  /** Within what the database must answer. */
  readonly timeoutMs?: number;
  /** How long an answer holds, good or bad: however often it is asked, the database hears of it once in that time. */
  readonly holdsMs?: number;
};

/** Whether this replica is to be sent anything. */
export type Readiness = {
  readonly isReady: () => Promise<boolean>;
  /** The people are in the directory. */
  readonly prepared: () => void;
  /** From now on it is not ready, whatever the database says. */
  readonly stopping: () => void;
};

const TIMEOUT_MS = 1_000;
const HOLDS_MS = 2_000;

const reached = async ({ probe, timeoutMs = TIMEOUT_MS }: Needs): Promise<boolean> => {
  const within = AbortSignal.timeout(timeoutMs);
  const late = new Promise<false>(resolve => {
    within.addEventListener('abort', () => {
      resolve(false);
    });
  });
  const answered = probe(within).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
};

/** It may have begun to stop while the database was asked. */
const isStopping = ({ stopping }: { readonly stopping: boolean }): boolean => stopping;

export const createReadiness = (needs: Needs): Readiness => {
  const { mono, holdsMs = HOLDS_MS } = needs;
  const state = { prepared: false, stopping: false, since: -Infinity, last: Promise.resolve(false) };
  const lastAnswer = (): Promise<boolean> => {
    if (mono() - state.since < holdsMs) return state.last;
    state.since = mono();
    return (state.last = reached(needs));
  };
  return {
    isReady: async () => state.prepared && !state.stopping && (await lastAnswer()) && !isStopping(state),
    prepared: () => {
      state.prepared = true;
    },
    stopping: () => {
      state.stopping = true;
    },
  };
};

/** The status says it all: a body would tell strangers more than it tells the orchestrator. */
const answer = (response: Response, ok: boolean): void => {
  response
    .status(ok ? 200 : 503)
    .set('cache-control', 'no-store')
    .end();
};

/**
 * GET /healthz: the process lives and its event loop turns. GET /readyz: it may be sent turns. Both stand before the
 * guard and ask for nothing.
 */
export const healthDoor = ({ isReady }: Pick<Readiness, 'isReady'>): Router =>
  Router()
    .get('/healthz', (_request, response) => {
      answer(response, true);
    })
    .get('/readyz', async (_request, response) => {
      answer(response, await isReady());
    })
    .all(['/healthz', '/readyz'], (_request, response) => {
      response.status(404).set('connection', 'close').end();
    });
