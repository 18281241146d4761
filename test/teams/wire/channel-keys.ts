import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, type JWK, type KeyLike, SignJWT } from 'jose';

export const ISSUER = 'https://api.botframework.com';
export const APP = '11111111-2222-4333-8444-555555555555';

export type SigningPair = {
  readonly privateKey: KeyLike;
  readonly publicKey: KeyLike;
  readonly jwk: JWK & { readonly kid: string };
};

/** An RSA key as the channel publishes them. */
export const signingPair = async (kid: string, endorsements?: readonly string[]): Promise<SigningPair> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', ...(endorsements && { endorsements }) };
  return { privateKey, publicKey, jwk };
};

/** The channel's OpenID metadata on this machine, https with a certificate; counts how often it is asked for. */
export const startOpenId = async (
  first: readonly JWK[],
  tls?: { readonly key: string; readonly cert: string },
) => {
  const scheme = tls === undefined ? 'http' : 'https';
  let keys = first;
  let isDown = false;
  let issuer = ISSUER;
  let jwksUri: string | undefined;
  let fetches = 0;
  const answer: RequestListener = (request, response) => {
    const base = `${scheme}://${request.headers.host ?? ''}`;
    const isMetadata = request.url?.endsWith('openidconfiguration') === true;
    if (isMetadata) fetches += 1;
    response.writeHead(isDown ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isMetadata ? { issuer, jwks_uri: jwksUri ?? `${base}/keys` } : { keys }));
  };
  const server = tls === undefined ? createServer(answer) : createSecureServer(tls, answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${scheme}://127.0.0.1:${String((server.address() as AddressInfo).port)}/.well-known/openidconfiguration`,
    fetches: () => fetches,
    publish: (next: readonly JWK[]) => {
      keys = next;
    },
    breakDown: (down: boolean) => {
      isDown = down;
    },
    claimIssuer: (name: string) => {
      issuer = name;
    },
    pointKeysTo: (address: string) => {
      jwksUri = address;
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

export type TokenParts = {
  readonly key: KeyLike | Uint8Array;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
};

const seconds = (at: number): number => Math.floor(at / 1000);

/** A token that the channel would send, but for the parts given; a claim of `undefined` is left out. */
export const signToken = async (parts: TokenParts, serviceUrl: string, at = Date.now()): Promise<string> => {
  const claims = {
    iss: ISSUER,
    aud: APP,
    serviceurl: serviceUrl,
    nbf: seconds(at) - 10,
    exp: seconds(at) + 3600,
    ...parts.claims,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...parts.header }).sign(parts.key);
};
