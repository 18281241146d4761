import { type CosmosClientOptions } from '@azure/cosmos';
import { createLocalJWKSet, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { type SigningPair } from '../teams/wire/channel-keys';

const ISSUER = 'https://sts.windows.net/99999999-2222-4333-8444-555555555555/';
const HOUR_MS = 3_600_000;

type Identity = NonNullable<CosmosClientOptions['aadCredentials']>;

/** Where the identities of Azure have their tokens from. */
export type Tenant = {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  /** An identity that is given a new token, of this length, each time it asks. */
  readonly identity: (objectId: string, lifetimeMs?: number) => Identity;
  /** How many tokens this identity has been given. */
  readonly given: (objectId: string) => number;
  /** Whose token this is, when it was made here, for this audience, and has not expired. */
  readonly holderOf: (token: string, audience: string) => Promise<string | undefined>;
};

const audienceOf = (scopes: string | string[]): string =>
  ([scopes].flat()[0] ?? '').replace(/\/\.default$/, '');

/** Its keys are those of a pair; one pair for a whole process, because the library keeps tokens as long as that. */
export const tenantOf = ({ jwk, privateKey }: SigningPair): Tenant => {
  const keys = createLocalJWKSet({ keys: [jwk] });
  const given = new Map<string, number>();
  const givenTo = (objectId: string): number => given.get(objectId) ?? 0;
  const signed = (oid: string, audience: string, expires: number): Promise<string> =>
    new SignJWT({ oid })
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(privateKey);
  return {
    ...{ issuer: ISSUER, keys, given: givenTo },
    identity: (objectId, lifetimeMs = HOUR_MS) => ({
      getToken: async scopes => {
        given.set(objectId, givenTo(objectId) + 1);
        const expires = Math.floor((Date.now() + lifetimeMs) / 1_000);
        const token = await signed(objectId, audienceOf(scopes), expires);
        return { token, expiresOnTimestamp: expires * 1_000 };
      },
    }),
    holderOf: (token, audience) =>
      jwtVerify<{ oid?: string }>(token, keys, { issuer: ISSUER, audience, requiredClaims: ['exp'] }).then(
        ({ payload }) => payload.oid,
        () => undefined,
      ),
  };
};
