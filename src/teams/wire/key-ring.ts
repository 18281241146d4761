import { type KeyLike } from 'jose';
import { importJWK } from 'jose/key/import';
import { z } from 'zod';

import { type Authentication } from './authentication';
import { type Log } from './log';

const HOUR = 3_600_000;
const REFRESH_AFTER = 24 * HOUR;
const TRUSTED_FOR = 5 * 24 * HOUR;
const BETWEEN_ATTEMPTS = 30_000;
const TIMEOUT = 4_000;
const ISSUER = 'https://api.botframework.com';
/** What every key that is held may speak for. */
export const ENDORSEMENT = 'msteams';

const Metadata = z.object({ issuer: z.literal(ISSUER), jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.unknown()) });
const SigningKey = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()),
});
type SigningKey = z.infer<typeof SigningKey>;

type Held = { readonly keys: ReadonlyMap<string, KeyLike>; readonly fetchedAt: number };

/** The key that this id names, when the channel's keys hold it and it is endorsed for Teams. */
export type KeyRing = (keyId: string) => Promise<KeyLike | undefined>;

const getJson = async (url: string): Promise<unknown> => {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
  if (!answer.ok) throw new Error(`OpenID metadata answered ${String(answer.status)}`);
  return answer.json();
};

const isForTeams = (key: unknown): key is SigningKey => {
  const read = SigningKey.safeParse(key);
  return read.success && read.data.endorsements.includes(ENDORSEMENT);
};

const importKey = async ({ kid, kty, n, e }: SigningKey): Promise<readonly [string, KeyLike][]> => {
  const key = await importJWK({ kty, n, e }, 'RS256');
  return key instanceof Uint8Array ? [] : [[kid, key]];
};

const fetchKeys = async (metadataUrl: string): Promise<Held['keys']> => {
  const { jwks_uri } = Metadata.parse(await getJson(metadataUrl));
  if (new URL(jwks_uri).origin !== new URL(metadataUrl).origin)
    throw new Error('The keys have another origin');
  const { keys } = Keys.parse(await getJson(jwks_uri));
  const found = new Map((await Promise.all(keys.filter(isForTeams).map(importKey))).flat());
  if (found.size === 0) throw new Error('None of the keys is for Teams');
  return found;
};

type RingSettings = {
  /** Milliseconds that never jump: a clock that is set back must keep neither a new key out nor an old one in. */
  readonly mono: () => number;
  readonly log: Log;
};

const fetchingRing = (metadataUrl: string, { mono, log }: RingSettings): KeyRing => {
  let held: Held = { keys: new Map(), fetchedAt: -Infinity };
  let attemptedAt = -Infinity;
  let attempt: Promise<void> = Promise.resolve();

  const fetchOnce = async (): Promise<void> => {
    const fetchedAt = mono();
    try {
      held = { keys: await fetchKeys(metadataUrl), fetchedAt };
    } catch (fault) {
      log('metadata-unreachable', { fault: fault instanceof Error ? fault.name : typeof fault });
    }
  };
  const refresh = (): Promise<void> => {
    if (mono() - attemptedAt < BETWEEN_ATTEMPTS) return attempt;
    attemptedAt = mono();
    attempt = fetchOnce();
    return attempt;
  };
  const find = (keyId: string): KeyLike | undefined =>
    mono() - held.fetchedAt < TRUSTED_FOR ? held.keys.get(keyId) : undefined;

  return async keyId => {
    const key = find(keyId);
    if (key === undefined || mono() - held.fetchedAt >= REFRESH_AFTER) {
      const refreshed = refresh();
      if (key === undefined) await refreshed;
    }
    return key ?? find(keyId);
  };
};

/**
 * Holds the channel's signing keys; none where nobody signs. They are fetched again after a day, or when a token names a
 * key that is not held, but never more often than every 30 seconds, however many forged tokens arrive. While the
 * metadata cannot be reached, or names no key for Teams, the held keys stay in use, for at most five days, and each
 * attempt that fails is logged: an alert waits for it.
 */
export const createKeyRing = (authentication: Authentication, settings: RingSettings): KeyRing =>
  authentication.kind === 'off'
    ? () => Promise.resolve(undefined)
    : fetchingRing(authentication.metadataUrl, settings);
