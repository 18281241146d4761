import { type JWTHeaderParameters, type JWTPayload, type KeyLike } from 'jose';
import { jwtVerify } from 'jose/jwt/verify';

import { type KeyRing } from './key-ring';

const ISSUER = 'https://api.botframework.com';
const SKEW_SECONDS = 60;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Claims that only other senders' tokens have; with them the library would take its emulator or skill path. */
const CLAIMS_OF_OTHERS = ['tid', 'ver'];

export type TokenSettings = {
  readonly appId: string;
  /** The channel's. */
  readonly keys: KeyRing;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
};

/** True only for a token by which the channel says: this comes from Teams, for this bot, through this address. */
export type IsAuthentic = (authorization: string | undefined, serviceUrl: string) => Promise<boolean>;

const keyFrom =
  (ring: KeyRing) =>
  async ({ kid }: JWTHeaderParameters): Promise<KeyLike> => {
    const key = kid === undefined ? undefined : await ring(kid);
    if (key === undefined) throw new Error('unknown key');
    return key;
  };

const isOurs = (claims: JWTPayload, appId: string, serviceUrl: string): boolean =>
  claims.aud === appId &&
  claims['serviceurl'] === serviceUrl &&
  CLAIMS_OF_OTHERS.every(name => !(name in claims));

/**
 * Verifies tokens before the library does, because it lets some of them through and answers others with 500
 * (platform.md, botbuilder): RS256, issuer, audience, expiry with a minute's skew, a key endorsed for Teams, and the
 * claim `serviceurl`. Never throws: what cannot be verified is false.
 */
export const createTokenVerifier = ({ appId, keys, now }: TokenSettings): IsAuthentic => {
  const key = keyFrom(keys);
  const claimsOf = async (token: string): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: appId,
      requiredClaims: ['exp'],
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now()),
    });
    return payload;
  };
  return async (authorization, serviceUrl) => {
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (token === undefined) return false;
    try {
      return isOurs(await claimsOf(token), appId, serviceUrl);
    } catch {
      return false;
    }
  };
};
