import { setTimeout as wait } from 'node:timers/promises';
import { type AccessToken, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';

/** A platform that accepts the question and never answers would otherwise hold up whoever waits, for good. */
const LONGEST_MS = 10_000;
const RETRIES = { maxRetries: 2, retryDelayInMs: 500, maxRetryDelayInMs: 1_000 };
/** Before its end, so that a token does not end on its way. */
const EARLY_MS = 5 * 60_000;
/** Until here a token is used at once, and renewed beside that. */
const LATE_MS = 30_000;

const late = async (ms: number, signal: AbortSignal): Promise<never> => {
  await wait(ms, undefined, { signal });
  throw new Error('The managed identity gave no token in time');
};

/**
 * Who the program is to everything it reaches: one managed identity, by its client id, and nothing else: no secret of
 * the environment, no account of whoever is logged in on the machine.
 */
export const managedIdentity = (clientId: string, longestMs = LONGEST_MS): TokenCredential => {
  const identity = new ManagedIdentityCredential({ clientId, retryOptions: RETRIES });
  return {
    getToken: async (scopes, options) => {
      const timer = new AbortController();
      try {
        return await Promise.race([identity.getToken(scopes, options), late(longestMs, timer.signal)]);
      } finally {
        timer.abort();
      }
    },
  };
};

/** A token for one scope, as text. */
export type TokenFor = (scope: string) => Promise<string>;

type Kept = {
  /** The one for this scope, when it lasts longer than this. */
  readonly heldFor: (scope: string, ms: number) => string | undefined;
  readonly renewed: TokenFor;
};

const keptFrom = (credential: TokenCredential, now: () => number): Kept => {
  const held = new Map<string, AccessToken>();
  return {
    heldFor: (scope, ms) => {
      const token = held.get(scope);
      return token !== undefined && token.expiresOnTimestamp > now() + ms ? token.token : undefined;
    },
    renewed: async scope => {
      const token = await credential.getToken(scope);
      if (token === null) throw new Error('The managed identity gave no token');
      held.set(scope, token);
      return token.token;
    },
  };
};

/** Once at a time for each scope; never rejects, for whoever needs the token next asks again. */
const besideUse = ({ heldFor, renewed }: Kept) => {
  const renewing = new Set<string>();
  return async (scope: string): Promise<void> => {
    if (heldFor(scope, EARLY_MS) !== undefined || renewing.has(scope)) return;
    renewing.add(scope);
    await renewed(scope).catch(() => undefined);
    renewing.delete(scope);
  };
};

/**
 * Tokens are kept until shortly before their end, and to the end while no newer one is to be had: nobody waits for a new
 * one who can go with the old.
 */
export const tokensOf = (credential: TokenCredential, now: () => number): TokenFor => {
  const kept = keptFrom(credential, now);
  const renewBeside = besideUse(kept);
  return async scope => {
    const known = kept.heldFor(scope, LATE_MS);
    if (known !== undefined) {
      void renewBeside(scope);
      return known;
    }
    try {
      return await kept.renewed(scope);
    } catch (fault) {
      const last = kept.heldFor(scope, 0);
      if (last === undefined) throw fault;
      return last;
    }
  };
};
