import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector';
import { type JWK } from 'jose';

import { createTokenVerifier } from '../../../src/teams/wire/token';

import {
  APP,
  ISSUER,
  type SigningPair,
  signingPair,
  signToken,
  startOpenId,
  type TokenParts,
} from './channel-keys';
import { type House, startHouse, testCredentials } from './house';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

type OpenId = Awaited<ReturnType<typeof startOpenId>>;
type Keys = Readonly<Record<'good' | 'unendorsed' | 'slack' | 'stranger', SigningPair>>;

let keys: Keys;
let openId: OpenId;
const published = (): JWK[] => [keys.good.jwk, keys.unendorsed.jwk, keys.slack.jwk];

beforeAll(async () => {
  keys = {
    good: await signingPair('k1', ['msteams']),
    unendorsed: await signingPair('k2'),
    slack: await signingPair('k3', ['slack', 'webchat']),
    stranger: await signingPair('k1', ['msteams']),
  };
  openId = await startOpenId(published());
});
afterAll(() => openId.close());

describe('a bot whose authentication is on', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse({
      authentication: { kind: 'channel', appId: APP, metadataUrl: openId.url },
      handlers: application => {
        application.activity('message', async context => {
          await context.sendActivity('hei');
        });
      },
    });
  });
  afterAll(() => house.close());

  const sign = (parts: Partial<TokenParts> = {}): Promise<string> =>
    signToken({ key: keys.good.privateKey, ...parts }, house.teams.url);
  const now = (): number => Math.floor(Date.now() / 1000);

  /** What became of the request, and what our verifier says alone: the library is a second lock behind it. */
  const outcomeOf = async (authorization: string | undefined, serviceUrl = house.teams.url) => {
    const isAuthentic = createTokenVerifier({
      ...{ appId: APP, metadataUrl: openId.url, now: Date.now },
      log: () => undefined,
    });
    const before = house.turns();
    const { status, text } = await house.post(
      house.from.message('hei', { serviceUrl }),
      authorization === undefined ? {} : { authorization },
    );
    const verdict = await isAuthentic(authorization, serviceUrl);
    return { status, text, verdict, turns: house.turns() - before };
  };
  const refusal = { status: 401, text: '', verdict: false, turns: 0 };

  it('lets a good token through and signs its reply', async () => {
    const answer = await house.post(house.from.message('hei'), { authorization: `Bearer ${await sign()}` });

    expect(answer.status).toBe(200);
    expect(house.teams.sent.at(-1)?.authorization).toBe(`Bearer token-of-${APP}`);
  });

  it.each<[string, Record<string, unknown>]>([
    ['expired half a minute ago', { exp: -30 }],
    ['valid from half a minute ahead', { nbf: 30 }],
  ])('forgives a clock that is a little off: %s', async (_name, offsets) => {
    const claims = Object.fromEntries(
      Object.entries(offsets).map(([name, by]) => [name, now() + Number(by)]),
    );

    const answer = await house.post(house.from.message('hei'), {
      authorization: `Bearer ${await sign({ claims })}`,
    });

    expect(answer.status).toBe(200);
  });

  it.each<[string, (token: string) => string | undefined]>([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['only the scheme', () => 'Bearer'],
    ['another scheme', token => `Basic ${token}`],
    ['the scheme in lower case', token => `bearer ${token}`],
    ['no scheme', token => token],
    ['two tokens', token => `Bearer ${token} ${token}`],
    ['something that is no token', () => 'Bearer abc'],
    ['three empty parts', () => 'Bearer ..'],
    ['three parts of nothing', () => 'Bearer abc.abc.abc'],
    ['no signature', token => `Bearer ${token.split('.').slice(0, 2).join('.')}.`],
    ['a cut signature', token => `Bearer ${token.slice(0, -20)}`],
    ['five parts', token => `Bearer ${token}.abc.abc`],
    [
      'a payload put in afterwards',
      token => `Bearer ${token.replace(/\.[^.]+\./, `.${base64({ aud: APP })}.`)}`,
    ],
  ])('T14 refuses %s', async (_name, headerOf) => {
    expect(await outcomeOf(headerOf(await sign()))).toEqual(refusal);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another audience', { aud: 'another-app' }],
    ['an empty audience', { aud: '' }],
    ['no audience', { aud: undefined }],
    ['an audience that is a list', { aud: [APP] }],
    ['a list of audiences', { aud: [APP, 'another-app'] }],
    ['another issuer', { iss: 'https://example.org' }],
    ['an issuer that begins right', { iss: `${ISSUER}.example.org` }],
    ['an issuer with a slash', { iss: `${ISSUER}/` }],
    ['no issuer', { iss: undefined }],
    [
      'the emulator as issuer',
      { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP, ver: '1.0' },
    ],
    [
      'a tenant as issuer',
      { iss: 'https://sts.windows.net/7e57ab1e-0000-4000-8000-000000000001/', appid: APP, ver: '1.0' },
    ],
    ['a skill', { ver: '1.0', appid: 'another-app' }],
    ['a tenant claim', { tid: '7e57ab1e-0000-4000-8000-000000000001' }],
    ['another service address', { serviceurl: 'https://smba.trafficmanager.net/emea/' }],
    ['no service address', { serviceurl: undefined }],
    ['a service address that is a list', { serviceurl: [] }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is a text', { exp: 'tomorrow' }],
  ])('T14 refuses %s', async (_name, claims) => {
    expect(await outcomeOf(`Bearer ${await sign({ claims })}`)).toEqual(refusal);
  });

  it.each<[string, Record<string, number>]>([
    ['expired 90 seconds ago', { exp: -90 }],
    ['expired four minutes ago', { exp: -240 }],
    ['expired yesterday', { exp: -86_400 }],
    ['valid from 90 seconds ahead', { nbf: 90 }],
    ['valid from tomorrow', { nbf: 86_400 }],
  ])('T14 refuses a token that is %s', async (_name, offsets) => {
    const claims = Object.fromEntries(Object.entries(offsets).map(([name, by]) => [name, now() + by]));

    expect(await outcomeOf(`Bearer ${await sign({ claims })}`)).toEqual(refusal);
  });

  it('T14 refuses a signature by a key that nobody published', async () => {
    expect(await outcomeOf(`Bearer ${await sign({ key: keys.stranger.privateKey })}`)).toEqual(refusal);
  });

  it.each<[string, Record<string, unknown>]>([
    ['an unknown key id', { kid: 'k9' }],
    ['no key id', { kid: undefined }],
    ['a key id that is a path', { kid: '../../k1' }],
    ['another hash', { alg: 'RS512' }],
    ['another padding', { alg: 'PS256' }],
  ])('T14 refuses %s, though the signature is right', async (_name, header) => {
    expect(await outcomeOf(`Bearer ${await sign({ header })}`)).toEqual(refusal);
  });

  it('T14 refuses a key id that another key of the channel has', async () => {
    expect(await outcomeOf(`Bearer ${await sign({ header: { kid: 'k3' } })}`)).toEqual(refusal);
  });

  it.each<[string, 'unendorsed' | 'slack', string]>([
    ['without endorsements', 'unendorsed', 'k2'],
    ['endorsed for others', 'slack', 'k3'],
  ])('T14 refuses a key %s', async (_name, pair, kid) => {
    expect(await outcomeOf(`Bearer ${await sign({ key: keys[pair].privateKey, header: { kid } })}`)).toEqual(
      refusal,
    );
  });

  it.each(['none', 'None', 'NONE', ''])('T14 refuses the algorithm "%s"', async alg => {
    const payload = (await sign()).split('.')[1];

    expect(await outcomeOf(`Bearer ${base64({ alg, kid: 'k1' })}.${String(payload)}.`)).toEqual(refusal);
    expect(await outcomeOf(`Bearer ${base64({ alg, kid: 'k1' })}.${String(payload)}.abc`)).toEqual(refusal);
  });

  it('T14 refuses a token that is signed with the public key as a secret', async () => {
    const secret = Buffer.from(JSON.stringify(keys.good.jwk));

    expect(await outcomeOf(`Bearer ${await sign({ key: secret, header: { alg: 'HS256' } })}`)).toEqual(
      refusal,
    );
  });

  it('T14 refuses a good token with another service address in the activity', async () => {
    const authorization = `Bearer ${await sign()}`;

    expect(await outcomeOf(authorization, 'http://127.0.0.1:9/')).toEqual(refusal);
  });

  it.each([
    ['AseChannel', { channelId: 'AseChannel' }, 403],
    ['emulator', { channelId: 'emulator' }, 403],
    ['no service address', { serviceUrl: undefined }, 400],
    ['a foreign tenant', { conversation: { id: 'a:1', tenantId: 'foreign' } }, 403],
  ])('T06 T14 refuses a good token with %s', async (_name, fields, status) => {
    const authorization = `Bearer ${await sign()}`;

    const answer = await house.post(house.from.message('hei', fields), { authorization });

    expect([answer.status, answer.text]).toEqual([status, '']);
  });

  it('T15 asks for the keys once, however many tokens come with unknown keys', async () => {
    const before = openId.fetches();
    const tokens = await Promise.all(
      [...Array(20).keys()].map(n => sign({ header: { kid: `x${String(n)}` } })),
    );

    const answers = await Promise.all(
      tokens.map(token => house.post(house.from.message('hei'), { authorization: `Bearer ${token}` })),
    );

    expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 401));
    expect(openId.fetches() - before).toBeLessThanOrEqual(1);
  });

  it('T15 remembers nothing of tokens that name ever new tenants', async () => {
    const { issuer } = ToBotFromBotOrEmulatorTokenValidationParameters;
    const before = issuer?.length;
    const tokens = await Promise.all(
      [...Array(50).keys()].map(n => sign({ claims: { tid: `t${String(n)}` } })),
    );

    const outcomes = await Promise.all(tokens.map(token => outcomeOf(`Bearer ${token}`)));

    expect(outcomes).toEqual(outcomes.map(() => refusal));
    expect(issuer).toHaveLength(before ?? 0);
  });
});

describe("the library's own check", () => {
  it('is a second lock, and its refusal is as silent as ours', async () => {
    const consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const house = await startHouse({
      authentication: { kind: 'channel', appId: APP, metadataUrl: openId.url },
      credentials: testCredentials('another-app'),
    });
    const token = await signToken({ key: keys.good.privateKey }, house.teams.url);

    const answer = await house.post(house.from.message('hei'), { authorization: `Bearer ${token}` });
    await house.close();

    expect([answer.status, answer.text, house.turns()]).toEqual([401, '', 0]);
    expect(consoleError).toHaveBeenCalledTimes(1);
  });
});

describe('createTokenVerifier', () => {
  const SERVICE = 'https://smba.trafficmanager.net/emea/';
  const start = Date.UTC(2026, 7, 3, 8);

  const opened: OpenId[] = [];
  afterEach(() => Promise.all(opened.splice(0).map(metadata => metadata.close())));

  /** A verifier whose clock stands where it is put, and its own metadata server. */
  const aVerifier = async () => {
    const metadata = await startOpenId(published());
    opened.push(metadata);
    let at = start;
    const logged: string[] = [];
    const isAuthentic = createTokenVerifier({
      ...{ appId: APP, metadataUrl: metadata.url, now: () => at },
      log: event => logged.push(event),
    });
    const accepts = async (pair: SigningPair = keys.good) => {
      const token = await signToken({ key: pair.privateKey, header: { kid: pair.jwk.kid } }, SERVICE, at);
      return isAuthentic(`Bearer ${token}`, SERVICE);
    };
    return {
      metadata,
      logged,
      accepts,
      isAuthentic,
      wait: (ms: number) => {
        at += ms;
      },
    };
  };

  it('goes by the clock that it is given', async () => {
    const { isAuthentic, wait } = await aVerifier();
    const token = await signToken({ key: keys.good.privateKey }, SERVICE, start);

    const fresh = await isAuthentic(`Bearer ${token}`, SERVICE);
    wait(HOUR + 59_000);
    const inSkew = await isAuthentic(`Bearer ${token}`, SERVICE);
    wait(2_000);
    const late = await isAuthentic(`Bearer ${token}`, SERVICE);

    expect([fresh, inSkew, late]).toEqual([true, true, false]);
  });

  it('keeps its keys for four days of outage, and no longer than five', async () => {
    const { metadata, logged, accepts, wait } = await aVerifier();
    const before = await accepts();
    expect(logged).toEqual([]);
    metadata.breakDown(true);

    wait(4 * DAY);
    const during = await accepts();
    wait(DAY);
    const after = await accepts();
    metadata.breakDown(false);
    wait(31_000);
    const again = await accepts();

    expect([before, during, after, again]).toEqual([true, true, false, true]);
    expect(logged).toEqual(['metadata-unreachable', 'metadata-unreachable']);
  });

  it('forgets a key that is no longer published', async () => {
    const { metadata, accepts, wait } = await aVerifier();
    const before = await accepts();
    metadata.publish([keys.slack.jwk]);

    wait(DAY);
    await accepts();
    const until = Date.now() + 3_000;
    let after = true;
    while (after && Date.now() < until) after = await accepts();

    expect([before, after]).toEqual([true, false]);
  });

  it('finds a new key as soon as a token names it', async () => {
    const { metadata, accepts, wait } = await aVerifier();
    const next = await signingPair('k7', ['msteams']);
    await accepts();
    metadata.publish([next.jwk]);

    const tooSoon = await accepts(next);
    wait(31_000);
    const found = await accepts(next);

    expect([tooSoon, found, metadata.fetches()]).toEqual([false, true, 2]);
  });

  it.each<[string, (metadata: OpenId) => void]>([
    [
      'names another issuer',
      metadata => {
        metadata.claimIssuer('https://example.org');
      },
    ],
    [
      'keeps its keys at another origin',
      metadata => {
        metadata.pointKeysTo(new URL('/keys', openId.url).href);
      },
    ],
    [
      'is down',
      metadata => {
        metadata.breakDown(true);
      },
    ],
    [
      'publishes nonsense',
      metadata => {
        metadata.publish([{ kid: 'k1', kty: 'oct' }]);
      },
    ],
  ])('accepts nothing while the metadata %s', async (_name, spoil) => {
    const { metadata, accepts } = await aVerifier();
    spoil(metadata);

    const accepted = await accepts();

    expect(accepted).toBe(false);
  });
});
