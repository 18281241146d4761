import { setTimeout as wait } from 'node:timers/promises';
import { type AccessToken, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';

/** A platform that accepts the question and never answers would otherwise hold up whoever waits, for good. */
const LONGEST_MS = 10_000;
const RETRIES = { maxRetries: 2, retryDelayInMs: 500, maxRetryDelayInMs: 1_000 };
/** Before its end, so that a token does not end on its way. */
const EARLY_MS = 5 * 60_000;

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

/** Tokens are kept until shortly before their end, and to the end while no newer one is to be had. */
export const tokensOf = (credential: TokenCredential, now: () => number): TokenFor => {
  const held = new Map<string, AccessToken>();
  const heldFor = (scope: string, ms: number): string | undefined => {
    const token = held.get(scope);
    return token !== undefined && token.expiresOnTimestamp > now() + ms ? token.token : undefined;
  };
  const renewed = async (scope: string): Promise<string> => {
    const token = await credential.getToken(scope);
    if (token === null) throw new Error('The managed identity gave no token');
    held.set(scope, token);
    return token.token;
  };
  return async scope => {
    const known = heldFor(scope, EARLY_MS);
    if (known !== undefined) return known;
    try {
      return await renewed(scope);
    } catch (fault) {
      const last = heldFor(scope, 0);
      if (last === undefined) throw fault;
      return last;
    }
  };
};
