import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWK } from 'jose';
import { type DataRole } from '../../src/local/cosmos/admission';
import { type Certificate } from '../../src/local/cosmos/server';
import { type Front } from '../../src/local/front';
import { APP, type SigningPair, signingPair, signToken, startOpenId } from '../teams/wire/channel-keys';
import { type Tenant, tenantOf } from './tenant';

/** Who the bot is to Teams, and who the program and the verifier of the audit are at the database. */
const BOT = 'aaaaaaaa-0000-4000-8000-000000000001';
export const PROGRAM = 'aaaaaaaa-0000-4000-8000-000000000002';
export const VERIFIER = 'aaaaaaaa-0000-4000-8000-000000000003';

const TEAMS = 'https://api.botframework.com';
const MARGIN_MS = 3_600_000;

type Keys = { readonly channel: SigningPair; readonly tenant: Tenant };

const makeKeys = async (): Promise<Keys> => ({
  channel: await signingPair('channel-1', ['msteams']),
  tenant: tenantOf(await signingPair('tenant-1')),
});
let made: Promise<Keys> | undefined;
const keys = (): Promise<Keys> => (made ??= makeKeys());

/** What the run made and told its children to trust. */
const certificate = (): Certificate => {
  const folder = process.env['FRONT_CERTIFICATES'];
  if (folder === undefined) throw new Error('Run this by `npm run test:authenticated`.');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { key: read('server-key.pem'), cert: read('server-cert.pem') };
};

export type OpenFront = Front & {
  readonly tenant: Tenant;
  /** What the channel publishes from now on. */
  readonly publish: (keys: readonly JWK[]) => void;
  /** Another key of the channel signs from now on. */
  readonly signWith: (pair: SigningPair) => void;
  /** What the program may do in the database from now on; nothing when null. */
  readonly assign: (role: DataRole | null) => void;
  readonly close: () => Promise<void>;
};

type Wanted = {
  /** What the program may do in the database; nothing when null. */
  readonly role?: DataRole | null;
  /** How long the program's tokens for the database last. */
  readonly lifetimeMs?: number;
};

/** Valid by the world's clock, which the guard asks, and by the wall's, which the library asks. */
const claimsAt = (at: Date) => {
  const [first, last] = [at.getTime(), Date.now()].sort((a, b) => a - b);
  const seconds = (ms = 0): number => Math.floor(ms / 1_000);
  return { nbf: seconds(first) - 10, exp: seconds((last ?? 0) + MARGIN_MS) };
};

/** For the audience that is asked for: Teams' end takes no other. */
const credentialsFrom = (tenant: Tenant): Front['credentials'] => ({
  isValidAppId: id => Promise.resolve(id === APP),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: (_appId, audience) =>
    Promise.resolve({
      signRequest: async request => {
        const given = await tenant.identity(BOT).getToken(audience ?? '');
        request.headers.set('authorization', `Bearer ${given?.token ?? ''}`);
        return request;
      },
    }),
});

/** What was assigned, which may change at any time. */
const rolesWith = (first: DataRole | null) => {
  const roles = new Map<string, DataRole | null>([
    [VERIFIER, 'reader'],
    [PROGRAM, first],
  ]);
  return {
    roleOf: (objectId: string) => roles.get(objectId) ?? undefined,
    assign: (role: DataRole | null): void => {
      roles.set(PROGRAM, role);
    },
  };
};

/** Tokens everywhere: the channel's, of its own OpenID server over https, and the identities', of a tenant. */
export const openFront = async ({ role = 'contributor', lifetimeMs }: Wanted = {}): Promise<OpenFront> => {
  const { channel, tenant } = await keys();
  const tls = certificate();
  const openId = await startOpenId([channel.jwk], tls);
  const { roleOf, assign } = rolesWith(role);
  let signing = channel;
  return {
    ...{ tls, tenant, assign, publish: openId.publish, close: openId.close },
    authentication: { kind: 'channel', appId: APP, metadataUrl: openId.url },
    credentials: credentialsFrom(tenant),
    limits: { person: [] },
    directory: { ...tenant, roleOf, now: Date.now },
    identity: tenant.identity(PROGRAM, lifetimeMs),
    signs: async (serviceUrl, at) => {
      const { privateKey: key, jwk } = signing;
      const parts = { key, header: { kid: jwk.kid }, claims: claimsAt(at) };
      return `Bearer ${await signToken(parts, serviceUrl)}`;
    },
    admits: async (authorization = '') =>
      (await tenant.holderOf(authorization.replace(/^Bearer /, ''), TEAMS)) === BOT,
    signWith: pair => {
      signing = pair;
    },
  };
};
