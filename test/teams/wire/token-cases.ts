import { createHmac, KeyObject, sign as signWith } from 'node:crypto';

import { exportSPKI, generateKeyPair, type KeyLike } from 'jose';

import { APP, ISSUER, type SigningPair, signToken } from './channel-keys';

type Json = Readonly<Record<string, unknown>>;

export type Keys = Readonly<
  Record<'good' | 'second' | 'unendorsed' | 'slack' | 'unlisted' | 'stranger', SigningPair>
>;
/** What a token is made of; where the bot hears from; and when it is, in seconds. */
export type Kit = {
  readonly keys: Keys;
  readonly serviceUrl: string;
  readonly now: number;
  /** Where a stranger publishes keys of their own. */
  readonly strangerUrl: string;
};

/** What is sent: each header of that name, and what the activity says differently. */
type Sent = { readonly authorization: readonly string[]; readonly activity?: Json };
export type TokenCase = {
  readonly name: string;
  /** 200 means a turn, everything else that there was none. */
  readonly status: 200 | 400 | 401 | 403 | 431;
  readonly send: (kit: Kit) => Sent | Promise<Sent>;
};

const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const claimsOf = ({ serviceUrl, now }: Kit): Json => ({
  ...{ iss: ISSUER, aud: APP, serviceurl: serviceUrl },
  ...{ nbf: now - 10, exp: now + 3_600 },
});
const HEADER: Json = { alg: 'RS256', kid: 'k1', typ: 'JWT' };

type Parts = { readonly header?: unknown; readonly claims?: unknown; readonly key?: KeyObject };
const keyObject = (key: KeyLike): KeyObject => {
  if (key instanceof KeyObject) return key;
  throw new Error('Not a key of this runtime');
};
const asKey = ({ privateKey }: SigningPair): KeyObject => keyObject(privateKey);

/** Signed whatever the header says, and whatever it is that is signed. */
const tokenOf = (kit: Kit, { header = HEADER, claims = claimsOf(kit), key }: Parts = {}): string => {
  const signed = `${base64(header)}.${base64(claims)}`;
  const signature = signWith('RSA-SHA256', Buffer.from(signed), key ?? asKey(kit.keys.good));
  return `${signed}.${signature.toString('base64url')}`;
};

const bearer = (token: string): Sent => ({ authorization: [`Bearer ${token}`] });

const header = (name: string, make: (token: string, kit: Kit) => readonly string[]): TokenCase => ({
  name,
  status: 401,
  send: kit => ({ authorization: make(tokenOf(kit), kit) }),
});
/** A token that is right but for these claims; `undefined` leaves one out. */
const claims = (name: string, change: (kit: Kit) => Json, status: TokenCase['status'] = 401): TokenCase => ({
  name,
  status,
  send: kit => bearer(tokenOf(kit, { claims: { ...claimsOf(kit), ...change(kit) } })),
});
/** A token that is right but for this in its header, signed with a key of the channel. */
const heads = (name: string, change: Json, status: TokenCase['status'] = 401): TokenCase => ({
  name,
  status,
  send: kit => bearer(tokenOf(kit, { header: { ...HEADER, ...change } })),
});
const signed = (name: string, by: keyof Keys, change: (kit: Kit) => Json = () => ({})): TokenCase => ({
  name,
  status: 401,
  send: kit => bearer(tokenOf(kit, { header: { ...HEADER, ...change(kit) }, key: asKey(kit.keys[by]) })),
});
const inside = (name: string, activity: Json, status: TokenCase['status']): TokenCase => ({
  name,
  status,
  send: kit => ({ ...bearer(tokenOf(kit)), activity }),
});

const good: readonly TokenCase[] = [
  claims('as the channel sends it', () => ({}), 200),
  claims('expired 59 seconds ago', ({ now }) => ({ exp: now - 59 }), 200),
  claims('valid from 60 seconds ahead', ({ now }) => ({ nbf: now + 60 }), 200),
  claims('without a beginning', () => ({ nbf: undefined }), 200),
  claims('with a claim that nobody knows', () => ({ colour: 'blue' }), 200),
  heads('without a type', { typ: undefined }, 200),
  {
    name: 'signed with another key of the channel',
    status: 200,
    send: kit => bearer(tokenOf(kit, { header: { ...HEADER, kid: 'k4' }, key: asKey(kit.keys.second) })),
  },
];

const part = (token: string, number: number): string => token.split('.')[number] ?? '';
const withSignature = (token: string, signature: string): string =>
  `Bearer ${token.split('.').slice(0, 2).join('.')}.${signature}`;
const flipped = (token: string): string => {
  const bytes = Buffer.from(part(token, 2), 'base64url');
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  return bytes.toString('base64url');
};

const headers: readonly TokenCase[] = [
  header('no header', () => []),
  header('an empty header', () => ['']),
  header('only the scheme', () => ['Bearer']),
  header('another scheme', token => [`Basic ${token}`]),
  header('the scheme in lower case', token => [`bearer ${token}`]),
  header('two spaces', token => [`Bearer  ${token}`]),
  header('a tab', token => [`Bearer\t${token}`]),
  header('no scheme', token => [token]),
  header('two tokens', token => [`Bearer ${token} ${token}`]),
  header('two tokens with a comma', token => [`Bearer ${token}, Bearer ${token}`]),
  header('two headers, alike', token => [`Bearer ${token}`, `Bearer ${token}`]),
  header('two headers, the first good', token => [`Bearer ${token}`, 'Bearer abc.abc.abc']),
  header('two headers, the second good', token => ['Bearer abc.abc.abc', `Bearer ${token}`]),
  header('something that is no token', () => ['Bearer abc']),
  header('nothing in words', () => ['Bearer null']),
  header('three empty parts', () => ['Bearer ..']),
  header('three parts of nothing', () => ['Bearer abc.abc.abc']),
  header('five parts, as encrypted ones have', token => [`Bearer ${token}.abc.abc`]),
  header('padding', token => [`Bearer ${token}==`]),
  header('12 KB of token', () => [`Bearer abc.${'x'.repeat(12_000)}.abc`]),
  { ...header('17 KB of token', () => [`Bearer abc.${'x'.repeat(17_000)}.abc`]), status: 431 },
  header('no signature', token => [withSignature(token, '')]),
  header('a cut signature', token => [`Bearer ${token.slice(0, -20)}`]),
  header('a signature of noughts', token => [withSignature(token, Buffer.alloc(256).toString('base64url'))]),
  header('a signature with one bit turned', token => [withSignature(token, flipped(token))]),
  header('the signature of another token', (token, kit) => [
    withSignature(token, part(tokenOf(kit, { claims: { ...claimsOf(kit), jti: '1' } }), 2)),
  ]),
  header('a payload put in afterwards', (token, kit) => [
    `Bearer ${part(token, 0)}.${base64({ ...claimsOf(kit), exp: kit.now + 9_999 })}.${part(token, 2)}`,
  ]),
  ...[null, [], 'text', 5, 'not json {'].map((header): TokenCase => ({
    name: `a header that is ${JSON.stringify(header)}`,
    status: 401,
    send: kit => bearer(tokenOf(kit, { header })),
  })),
  ...[null, [], 5, 'not json {'].map((payload): TokenCase => ({
    name: `claims that are ${JSON.stringify(payload)}`,
    status: 401,
    send: kit => bearer(tokenOf(kit, { claims: payload })),
  })),
];

const audiences: readonly TokenCase[] = [
  claims('for another bot', () => ({ aud: '22222222-2222-4333-8444-555555555555' })),
  claims('for nobody', () => ({ aud: '' })),
  claims('without an audience', () => ({ aud: undefined })),
  claims('for a list of one', () => ({ aud: [APP] })),
  claims('for a list of us twice', () => ({ aud: [APP, APP] })),
  claims('for a list of us and another', () => ({ aud: [APP, 'another-app'] })),
  claims('for a number', () => ({ aud: 5 })),
  claims('for null', () => ({ aud: null })),
  claims('for an object', () => ({ aud: { [APP]: true } })),
  claims('for us and a space', () => ({ aud: `${APP} ` })),
];

const MICROSOFT = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const OTHER = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
const GOVERNMENT = 'cab8a31a-1906-4287-a0d8-4eef66b95f6e';
const HOST_TENANT = '7e57ab1e-0000-4000-8000-000000000001';
const DIRECTORIES = [
  ...[MICROSOFT, OTHER, GOVERNMENT, HOST_TENANT].flatMap(tenant => [
    ['1.0', tenant, `https://sts.windows.net/${tenant}/`],
    ['2.0', tenant, `https://login.microsoftonline.com/${tenant}/v2.0`],
  ]),
  ['2.0', GOVERNMENT, `https://login.microsoftonline.us/${GOVERNMENT}/v2.0`],
] as const;

const issuers: readonly TokenCase[] = [
  claims('of another issuer', () => ({ iss: 'https://example.org' })),
  claims('of an issuer that begins right', () => ({ iss: `${ISSUER}.example.org` })),
  claims('of an issuer with a slash', () => ({ iss: `${ISSUER}/` })),
  claims('of an issuer in upper case', () => ({ iss: ISSUER.toUpperCase() })),
  claims('of an issuer without https', () => ({ iss: 'http://api.botframework.com' })),
  claims('of a list of issuers', () => ({ iss: [ISSUER] })),
  claims('of no issuer', () => ({ iss: undefined })),
  claims('of the government cloud', () => ({ iss: 'https://api.botframework.us' })),
  claims('of the cloud in China', () => ({ iss: 'https://api.botframework.azure.cn' })),
  ...DIRECTORIES.map(([ver, tid, iss]) =>
    claims(`of the emulator or a directory: ${iss}`, () => ({ iss, ver, tid, appid: APP, azp: APP })),
  ),
  claims('of a skill, version 1', () => ({ ver: '1.0', appid: 'another-app' })),
  claims('of a skill, version 2', () => ({ ver: '2.0', azp: 'another-app' })),
  claims('of ourselves as a skill', () => ({ ver: '1.0', appid: APP })),
  claims('with a tenant', () => ({ tid: HOST_TENANT })),
  claims('with a tenant that is null', () => ({ tid: null })),
];

const addresses: readonly TokenCase[] = [
  claims('for another address', () => ({ serviceurl: 'https://smba.trafficmanager.net/emea/' })),
  claims('for no address', () => ({ serviceurl: undefined })),
  claims('for an empty address', () => ({ serviceurl: '' })),
  claims('for an address that is null', () => ({ serviceurl: null })),
  claims('for a list without addresses', () => ({ serviceurl: [] })),
  claims('for a list with the address', ({ serviceUrl }) => ({ serviceurl: [serviceUrl] })),
  claims('for the address without its slash', ({ serviceUrl }) => ({ serviceurl: serviceUrl.slice(0, -1) })),
  claims('for the address with two slashes', ({ serviceUrl }) => ({ serviceurl: `${serviceUrl}/` })),
  claims('for the address in upper case', ({ serviceUrl }) => ({ serviceurl: serviceUrl.toUpperCase() })),
  claims('for a place at the address', ({ serviceUrl }) => ({ serviceurl: `${serviceUrl}emea/` })),
  claims('for the address, under another name', ({ serviceUrl }) => ({
    ...{ serviceurl: undefined, serviceUrl, ServiceUrl: serviceUrl },
  })),
];

const times: readonly TokenCase[] = [
  claims('expired 60 seconds ago', ({ now }) => ({ exp: now - 60 })),
  claims('expired 61 seconds ago', ({ now }) => ({ exp: now - 61 })),
  claims('expired four minutes ago, which the library forgives', ({ now }) => ({ exp: now - 240 })),
  claims('expired yesterday', ({ now }) => ({ exp: now - 86_400 })),
  claims('expired in 1970', () => ({ exp: 0 })),
  claims('expired before 1970', () => ({ exp: -1 })),
  claims('without an end', () => ({ exp: undefined })),
  claims('whose end is null', () => ({ exp: null })),
  claims('whose end is a text', ({ now }) => ({ exp: String(now + 3_600) })),
  claims('valid from 61 seconds ahead', ({ now }) => ({ nbf: now + 61 })),
  claims('valid from four minutes ahead, which the library forgives', ({ now }) => ({ nbf: now + 240 })),
  claims('valid from tomorrow', ({ now }) => ({ nbf: now + 86_400 })),
  claims('whose beginning is a text', () => ({ nbf: 'yesterday' })),
  claims('that ends before it begins', ({ now }) => ({ nbf: now + 120, exp: now + 100 })),
];

const KEY_IDS: readonly (readonly [name: string, kid: unknown])[] = [
  ['unknown', 'k9'],
  ['missing', undefined],
  ['empty', ''],
  ['null', null],
  ['a number', 1],
  ['a list', ['k1']],
  ['an object', { toString: 'k1' }],
  ['in upper case', 'K1'],
  ['a path', '../../k1'],
  ['a file', '/dev/null'],
  ['an address', 'https://example.org/k1'],
  ['with a null sign', 'k1\u0000'],
  ['with a space', ' k1'],
  ['a question to a database', "k1' or '1'='1"],
  ['a name that every object has', '__proto__'],
  ['another one', 'constructor'],
  ['of 8 KB', 'k'.repeat(8_000)],
  ['that of a key for others', 'k3'],
];

const keyIds: readonly TokenCase[] = [
  ...KEY_IDS.map(([name, kid]) => heads(`with a key id that is ${name}`, { kid })),
  signed('with a key that nobody published', 'stranger'),
  signed('with a key without endorsements', 'unendorsed', () => ({ kid: 'k2' })),
  signed('with a key endorsed for others', 'slack', () => ({ kid: 'k3' })),
  signed('with a key whose endorsements are no list', 'unlisted', () => ({ kid: 'k5' })),
  signed('with a key and where to fetch it', 'stranger', ({ strangerUrl }) => ({ jku: strangerUrl })),
  signed('with a new key id and where to fetch it', 'stranger', ({ strangerUrl }) => ({
    ...{ kid: 'mine', jku: strangerUrl, x5u: strangerUrl },
  })),
  signed('with a key and its certificate elsewhere', 'stranger', ({ strangerUrl }) => ({
    x5u: strangerUrl,
  })),
  signed('with a key that it brings along', 'stranger', ({ keys }) => ({ jwk: keys.stranger.jwk })),
  signed('with a key that it brings along, without an id', 'stranger', ({ keys }) => ({
    ...{ kid: undefined, jwk: keys.stranger.jwk },
  })),
  signed('with a certificate that it brings along', 'stranger', () => ({ x5c: ['MIIB'] })),
];

const secret = (
  name: string,
  bytes: (kit: Kit) => Promise<string | Buffer> | Buffer,
  alg = 'HS256',
): TokenCase => ({
  name: `${alg} by ${name}`,
  status: 401,
  send: async kit => {
    const text = `${base64({ ...HEADER, alg })}.${base64(claimsOf(kit))}`;
    const hash = createHmac(alg.replace('HS', 'sha'), await bytes(kit));
    return bearer(`${text}.${hash.update(text).digest('base64url')}`);
  },
});
const publicKey = ({ keys }: Kit): KeyObject => keyObject(keys.good.publicKey);
const unsigned = (alg: unknown, signature: string): TokenCase => ({
  name: `the algorithm ${JSON.stringify(alg)} and ${signature === '' ? 'no' : 'a'} signature`,
  status: 401,
  send: kit => bearer(`${base64({ ...HEADER, alg })}.${base64(claimsOf(kit))}.${signature}`),
});

/** With a key of the channel, and as the algorithm says. */
const asItSays = (alg: string): TokenCase => ({
  name: `${alg}, with a signature that is right for it`,
  status: 401,
  send: async kit =>
    bearer(
      await signToken({ key: kit.keys.good.privateKey, header: { alg } }, kit.serviceUrl, kit.now * 1_000),
    ),
});

const algorithms: readonly TokenCase[] = [
  ...['RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(asItSays),
  ...['none', 'None', 'NONE', 'nOnE', '', null, undefined].flatMap(alg => [
    unsigned(alg, ''),
    unsigned(alg, 'abc'),
  ]),
  ...['RS384', 'RS512', 'PS256', 'ES256', 'EdDSA', 'rs256', 'RSA-SHA256', ['RS256'], 'HS256'].map(alg =>
    heads(`the algorithm ${JSON.stringify(alg)}, though the signature is right`, { alg }),
  ),
  secret('the public key in PEM', ({ keys }) => exportSPKI(keys.good.publicKey)),
  secret('the public key in PEM', ({ keys }) => exportSPKI(keys.good.publicKey), 'HS512'),
  secret('the public key in PEM without its end of line', async ({ keys }) =>
    (await exportSPKI(keys.good.publicKey)).trim(),
  ),
  secret('the public key in old PEM', kit =>
    Buffer.from(publicKey(kit).export({ type: 'pkcs1', format: 'pem' })),
  ),
  secret('the public key in DER', kit => publicKey(kit).export({ type: 'spki', format: 'der' })),
  secret('the public key as it is published', ({ keys }) => Buffer.from(JSON.stringify(keys.good.jwk))),
  secret('the modulus', ({ keys }) => Buffer.from(keys.good.jwk.n ?? '', 'base64url')),
  secret('the modulus as a text', ({ keys }) => Buffer.from(keys.good.jwk.n ?? '')),
  secret('nothing', () => Buffer.alloc(0)),
  {
    name: 'ES256 by a curve of their own',
    status: 401,
    send: async kit => {
      const { privateKey } = await generateKeyPair('ES256');
      const text = `${base64({ ...HEADER, alg: 'ES256' })}.${base64(claimsOf(kit))}`;
      const signature = signWith('sha256', Buffer.from(text), {
        ...{ key: keyObject(privateKey), dsaEncoding: 'ieee-p1363' },
      });
      return bearer(`${text}.${signature.toString('base64url')}`);
    },
  },
  heads('with an extension that must be understood', { crit: ['colour'], colour: 'blue' }),
  heads('with an extension that is none', { crit: ['exp'], exp: 1 }),
  heads('with no extension that must be understood', { crit: [] }),
  heads('whose claims are not encoded', { crit: ['b64'], b64: false }),
];

const activities: readonly TokenCase[] = [
  inside('T06 a good token with the AseChannel', { channelId: 'AseChannel' }, 403),
  inside('a good token with the emulator', { channelId: 'emulator' }, 403),
  inside('a good token with Direct Line', { channelId: 'directline' }, 403),
  inside('a good token with Teams in upper case', { channelId: 'MSTEAMS' }, 403),
  inside('a good token with no channel', { channelId: undefined }, 400),
  inside('a good token with no service address', { serviceUrl: undefined }, 400),
  inside('a good token with an empty service address', { serviceUrl: '' }, 400),
  inside('a good token with another port of the address', { serviceUrl: 'http://127.0.0.1:9/' }, 401),
  inside('a good token with an address beyond the list', { serviceUrl: 'https://example.org/' }, 403),
  inside('T06 a good token with a foreign tenant', { conversation: { id: 'a:1', tenantId: MICROSOFT } }, 403),
  inside('T06 a good token with no tenant', { conversation: { id: 'a:1' }, channelData: {} }, 403),
  inside('a good token with nobody', { from: undefined }, 400),
];

/** By what is wrong with them. */
export const TOKEN_CASES: readonly TokenCase[] = [
  ...[good, headers, audiences, issuers, addresses, times, keyIds, algorithms, activities].flat(),
];
