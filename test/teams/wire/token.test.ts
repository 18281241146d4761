import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector';
import express from 'express';
import { type JWK } from 'jose';

import { createAdapter } from '../../../src/teams/wire/adapter';
import { createConnector } from '../../../src/teams/wire/connector';
import { createApplication, frontDoor } from '../../../src/teams/wire/front-door';
import { createKeyRing } from '../../../src/teams/wire/key-ring';
import { createTokenVerifier } from '../../../src/teams/wire/token';
import { createActivities } from '../../fakes/connector-stub';

import { APP, type SigningPair, signingPair, signToken, startOpenId, type TokenParts } from './channel-keys';
import { type House, startHouse, testCredentials } from './house';
import { type Keys, type Kit, TOKEN_CASES, type TokenCase } from './token-cases';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type OpenId = Awaited<ReturnType<typeof startOpenId>>;
const channelAt = ({ url }: OpenId) => ({ kind: 'channel', appId: APP, metadataUrl: url }) as const;

let keys: Keys;
let openId: OpenId;
const published = (): JWK[] =>
  [keys.good, keys.second, keys.unendorsed, keys.slack, keys.unlisted].map(({ jwk }) => jwk);

const unlisted = async (kid: string): Promise<SigningPair> => {
  const pair = await signingPair(kid);
  return { ...pair, jwk: { ...pair.jwk, ...{ endorsements: 'msteams' } } };
};

beforeAll(async () => {
  keys = {
    good: await signingPair('k1', ['msteams']),
    unendorsed: await signingPair('k2'),
    slack: await signingPair('k3', ['slack', 'webchat']),
    second: await signingPair('k4', ['msteams', 'webchat']),
    unlisted: await unlisted('k5'),
    stranger: await signingPair('k1', ['msteams']),
  };
  openId = await startOpenId(published());
});
afterAll(() => openId.close());

const SECOND = 1_000;
/** With as many headers of that name as there are. */
const postRaw = async (url: string, activity: unknown, authorization: readonly string[]) => {
  const request = httpRequest(url, {
    method: 'POST',
    headers: [
      ...['host', new URL(url).host, 'content-type', 'application/json'],
      ...authorization.flatMap(value => ['authorization', value]),
    ],
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end(JSON.stringify(activity));
  const [answer] = await answered;
  const { statusCode: status, headers } = answer;
  return { status, connection: headers.connection, text: await text(answer) };
};

describe('a bot whose authentication is on', () => {
  /** A moment that stands still, so that a token can be a second too old. */
  const at = Date.now();
  let house: House;
  let stranger: OpenId;
  let kit: Kit;
  beforeAll(async () => {
    stranger = await startOpenId([keys.stranger.jwk]);
    house = await startHouse({
      authentication: { kind: 'channel', appId: APP, metadataUrl: openId.url },
      now: () => at,
      handlers: application => {
        application.activity('message', async context => {
          await context.sendActivity('hei');
        });
      },
    });
    const now = Math.floor(at / SECOND);
    kit = { keys, serviceUrl: house.teams.url, now, strangerUrl: stranger.url };
  });
  afterAll(async () => {
    await house.close();
    await stranger.close();
  });

  /** What our verifier says alone: the library is a second lock behind it. */
  const verdictOf = async (authorization: readonly string[], serviceUrl: string): Promise<boolean> => {
    const keys = createKeyRing(channelAt(openId), { mono: () => 0, log: () => undefined });
    return createTokenVerifier({ appId: APP, keys, now: () => at })(
      authorization.length === 1 ? authorization[0] : undefined,
      serviceUrl,
    );
  };
  const outcomeOf = async ({ send }: Pick<TokenCase, 'send'>) => {
    const { authorization, activity = {} } = await send(kit);
    const before = house.turns();
    const sent = { ...house.from.message('hei'), ...activity };
    const { status, connection, text: body } = await postRaw(house.url, sent, authorization);
    const verdict = await verdictOf(authorization, String(sent['serviceUrl']));
    return { status, body, connection, turns: house.turns() - before, verdict };
  };

  const closed = { body: '', connection: 'close', turns: 0 };
  const refusal = { ...closed, status: 401, verdict: false };

  it.each(TOKEN_CASES.filter(({ status }) => status === 200))(
    'T14 lets a token through: $name',
    async given => {
      expect(await outcomeOf(given)).toMatchObject({ status: 200, body: '', turns: 1, verdict: true });
    },
  );

  it.each(TOKEN_CASES.filter(({ status }) => status === 401 || status === 431))(
    'T14 refuses a token: $name',
    async given => {
      expect(await outcomeOf(given)).toEqual({ ...refusal, status: given.status });
    },
  );

  it.each(TOKEN_CASES.filter(({ status }) => status === 400 || status === 403))(
    'T14 refuses an activity: $name',
    async given => {
      expect(await outcomeOf(given)).toMatchObject({ ...closed, status: given.status });
    },
  );

  it('T14 never asks where a token says that its key is', () => {
    expect(stranger.fetches()).toBe(0);
  });

  it('T14 has been shown sixty tokens at the least, no two of them alike', async () => {
    const sent = await Promise.all(TOKEN_CASES.map(async ({ send }) => send(kit)));
    const texts = sent.map(one => JSON.stringify(one, (_key, value: unknown) => value ?? 'left out'));
    const alike = TOKEN_CASES.filter((_, n) => texts.indexOf(texts[n] ?? '') !== n);
    const refused = TOKEN_CASES.filter(({ status }) => status !== 200).length;

    process.stdout.write(
      `T14: ${String(TOKEN_CASES.length)} token cases, ${String(refused)} of them refused\n`,
    );

    expect(alike).toEqual([]);
    expect(TOKEN_CASES.length).toBeGreaterThanOrEqual(60);
  });

  it('signs its reply', async () => {
    await outcomeOf({ send: () => ({ authorization: [] }) });
    const authorization = `Bearer ${await sign()}`;

    const answer = await house.post(house.from.message('hei'), { authorization });

    expect(answer.status).toBe(200);
    expect(house.teams.sent.at(-1)?.authorization).toBe(`Bearer token-of-${APP}`);
  });

  const sign = (parts: Partial<TokenParts> = {}): Promise<string> =>
    signToken({ key: keys.good.privateKey, ...parts }, house.teams.url);

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

    const outcomes = await Promise.all(
      tokens.map(token => outcomeOf({ send: () => ({ authorization: [`Bearer ${token}`] }) })),
    );

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

  /** The adapter with nothing before it but what reads the body. */
  const unguarded = async () => {
    const authentication = channelAt(openId);
    const serviceUrls = ['http://127.0.0.1'];
    const connector = createConnector({
      ...{ authentication, serviceUrls, now: Date.now, credentials: testCredentials(APP) },
    });
    const log = (): void => undefined;
    const keys = createKeyRing(authentication, { mono: () => 0, log });
    const adapter = createAdapter({ authentication, connector, keys, log, apology: () => '' });
    const server = express()
      .use(frontDoor([express.json()], adapter, createApplication(adapter)))
      .listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { server, url: `http://127.0.0.1:${String(port)}/api/messages` };
  };

  it('T14 lets nothing through by itself that another key signed, or that is for another address', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { server, url } = await unguarded();
    const service = 'http://127.0.0.1:1/';
    const letsIn = async (key: SigningPair, kid: string, claimed = service) => {
      const token = await signToken({ key: key.privateKey, header: { kid } }, claimed);
      const activity = createActivities(service).message('hei');
      return (await postRaw(url, activity, [`Bearer ${token}`])).status === 200;
    };

    const verdicts = [
      await letsIn(keys.good, 'k1'),
      await letsIn(keys.stranger, 'k1'),
      await letsIn(keys.slack, 'k3'),
      await letsIn(keys.good, 'unknown'),
      await letsIn(keys.good, 'k1', 'http://127.0.0.1:2/'),
    ];
    server.close().closeAllConnections();

    expect(verdicts).toEqual([true, false, false, false, false]);
  });

  it('takes a new key of the channel as soon as the guard does, and asks for none itself', async () => {
    const metadata = await startOpenId(published());
    let at = 0;
    const house = await startHouse({ authentication: channelAt(metadata), mono: () => at });
    const statusOf = async ({ privateKey: key, jwk: { kid } }: SigningPair) => {
      const token = await signToken({ key, header: { kid } }, house.teams.url);
      return (await house.post(house.from.message('hei'), { authorization: `Bearer ${token}` })).status;
    };
    const next = await signingPair('k7', ['msteams']);
    const first = await statusOf(keys.good);
    metadata.publish([keys.good.jwk, next.jwk]);

    at += 29_999;
    const tooSoon = await statusOf(next);
    at += 1;
    const found = [await statusOf(next), await statusOf(keys.good)];
    await house.close();
    await metadata.close();

    expect([first, tooSoon, found, metadata.fetches()]).toEqual([200, 401, [200, 200], 2]);
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
    let mono = 0;
    const logged: string[] = [];
    const ring = createKeyRing(channelAt(metadata), {
      mono: () => mono,
      log: event => logged.push(event),
    });
    const isAuthentic = createTokenVerifier({ appId: APP, keys: ring, now: () => at });
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
        mono += ms;
      },
      setBack: (ms: number) => {
        at -= ms;
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
    metadata.publish([keys.second.jwk]);

    wait(DAY);
    await accepts();
    const until = Date.now() + 3_000;
    let after = true;
    while (after && Date.now() < until) after = await accepts();

    expect([before, after]).toEqual([true, false]);
  });

  it('keeps its keys, and says so, while none of those that are published is for Teams', async () => {
    const { metadata, logged, accepts, wait } = await aVerifier();
    const before = await accepts();
    metadata.publish([keys.slack.jwk]);

    wait(31_000);
    const unknown = await accepts({ ...keys.second, jwk: { ...keys.second.jwk, kid: 'unknown' } });
    const during = await accepts();
    wait(5 * DAY);
    const after = await accepts();

    expect([before, unknown, during, after]).toEqual([true, false, true, false]);
    expect(logged).toEqual(['metadata-unreachable', 'metadata-unreachable']);
  });

  it('goes for its keys by a clock that nobody sets', async () => {
    const { metadata, accepts, wait, setBack } = await aVerifier();
    const next = await signingPair('k7', ['msteams']);
    await accepts();
    metadata.publish([next.jwk]);

    setBack(HOUR);
    wait(31_000);
    const found = await accepts(next);
    metadata.breakDown(true);
    setBack(10 * DAY);
    wait(5 * DAY);
    const after = await accepts(next);

    expect([found, after]).toEqual([true, false]);
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
