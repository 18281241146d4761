import { once } from 'node:events';
import { type AddressInfo } from 'node:net';

import express from 'express';

import { respondWithCard } from '../../../src/teams/wire/respond';
import { createRateLimits, type Limits, USUAL_LIMITS } from '../../../src/teams/wire/rate-limit';
import { personalChat, teamsUser, TENANT } from '../../fakes/connector-stub';

import { startOpenId } from './channel-keys';
import { type House, startHouse } from './house';

const WINDOW = 10_000;
let at = 0;
let houses: House[] = [];
afterEach(async () => {
  await Promise.all(houses.map(house => house.close()));
  houses = [];
  at = 0;
});

const open = async (limits: Limits, options: Parameters<typeof startHouse>[0] = {}): Promise<House> => {
  const house = await startHouse({
    limits,
    mono: () => at,
    handlers: application => {
      application.adaptiveCards.actionExecute('open', async context => {
        await respondWithCard(context, { type: 'AdaptiveCard' });
        return '';
      });
      application.activity('message', () => Promise.resolve());
    },
    ...options,
  });
  houses.push(house);
  return house;
};

const ofAddress = (count: number): Limits => ({ address: { count, perMs: WINDOW }, person: [] });
const ofPerson = (...counts: readonly [count: number, perMs: number][]): Limits => ({
  person: counts.map(([count, perMs]) => ({ count, perMs })),
});

describe('the limit by address', () => {
  const bad = async (house: House, forwarded?: string): Promise<number> =>
    (await house.postRaw('{}', forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })).status;
  const good = async (house: House): Promise<number> => (await house.post(house.from.message('hei'))).status;

  it('T15 turns away who was refused too often, with nothing but when to come back', async () => {
    const house = await open(ofAddress(2));
    const statuses = [await bad(house), await bad(house), await good(house)];

    const answer = await fetch(house.url, { method: 'POST', body: '{}' });

    expect(statuses).toEqual([400, 400, 429]);
    expect([answer.status, await answer.text()]).toEqual([429, '']);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(answer.headers.get('connection')).toBe('close');
    expect(house.turns()).toBe(0);
  });

  it('forgives when the window is over', async () => {
    const house = await open(ofAddress(1));
    const during = [await bad(house), await bad(house)];

    at += WINDOW - 1;
    const still = await good(house);
    at += 1;
    const after = [await good(house), await bad(house)];

    expect([during, still, after]).toEqual([[400, 429], 429, [200, 400]]);
  });

  it('counts nothing that is answered well', async () => {
    const house = await open(ofAddress(1));

    const statuses = [await good(house), await good(house), await good(house), await bad(house)];

    expect(statuses).toEqual([200, 200, 200, 400]);
  });

  it('believes no address that the request brings along', async () => {
    const house = await open(ofAddress(1));

    const statuses = [await bad(house, '192.0.2.1'), await bad(house, '192.0.2.2')];

    expect(statuses).toEqual([400, 429]);
  });

  it('behind a proxy goes by the last address, which the proxy wrote', async () => {
    const house = await open(ofAddress(1), { trustedProxies: 1 });

    const statuses = [
      await bad(house, '192.0.2.1'),
      await bad(house, '192.0.2.2'),
      await bad(house, '203.0.113.9, 192.0.2.1'),
    ];

    expect(statuses).toEqual([400, 400, 429]);
  });

  it.each([
    ['one network of IPv6', '2001:db8:0:1::1', '2001:db8:0:ff::2', 429],
    ['an address in two spellings', '192.0.2.1', '::ffff:192.0.2.1', 429],
    ['what are no addresses', 'one', 'two', 429],
    ['another network of IPv6', '2001:db8:0:1::1', '2001:db8:0:100::1', 400],
  ])('takes %s for what it is', async (...[, first, second, status]) => {
    const house = await open(ofAddress(1), { trustedProxies: 1 });

    const statuses = [await bad(house, first), await bad(house, second)];

    expect(statuses).toEqual([400, status]);
  });

  it('T15 stands before the token: nobody asks for keys on behalf of who is turned away', async () => {
    const openId = await startOpenId([]);
    const house = await open(ofAddress(0), {
      authentication: { kind: 'channel', appId: 'app', metadataUrl: openId.url },
    });

    const { status } = await house.post(house.from.message('hei'), {
      authorization: 'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Ing5In0.e30.abc',
    });

    expect([status, openId.fetches()]).toEqual([429, 0]);
    await openId.close();
  });

  it('writes nothing on the console, whatever the headers', async () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map(name =>
      jest.spyOn(console, name).mockImplementation(() => undefined),
    );
    const house = await open(ofAddress(1));

    await house.postRaw('{}', { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' });

    expect(spies.flatMap(spy => spy.mock.calls)).toEqual([]);
  });
});

describe('the limit by person', () => {
  const press = (house: House, user = 1, fields = {}) =>
    house.post(
      house.from.execute('open', {}, { from: teamsUser(user), conversation: personalChat(user), ...fields }),
    );
  const asksToWait = {
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { code: 'TooFast', message: 'Vent litt, og prøv igjen. Det kom for mange trykk på én gang.' },
  };

  it('asks who presses too fast to wait, on the card, and does nothing', async () => {
    const house = await open(ofPerson([2, 1_000]));
    await press(house);
    await press(house);

    const { status, json } = await press(house);

    expect([status, json]).toEqual([200, asksToWait]);
    expect(house.turns()).toBe(2);
  });

  it('forgives when the window is over', async () => {
    const house = await open(ofPerson([1, 1_000]));
    await press(house);
    const during = await press(house);

    at += 1_000;
    const after = await press(house);

    expect([during.json, after.json]).toMatchObject([{ statusCode: 400 }, { statusCode: 200 }]);
  });

  it('holds for the long window when the short one is over', async () => {
    const house = await open(ofPerson([1, 1_000], [2, 60_000]));
    const statusCodes: unknown[] = [];

    for (const wait of [0, 1_000, 1_000, 58_000]) {
      at += wait;
      statusCodes.push((await press(house)).json);
    }

    expect(statusCodes).toMatchObject([200, 200, 400, 200].map(statusCode => ({ statusCode })));
  });

  it('lets a flood of one person reach nobody else', async () => {
    const house = await open(ofPerson([10, 1_000]));
    const flood = Array.from({ length: 200 }, () => press(house));

    const other = await press(house, 2);
    await Promise.all(flood);

    expect(other.json).toMatchObject({ statusCode: 200 });
    expect(house.turns()).toBe(11);
  });

  it('knows people by tenant and object id, whatever else they say', async () => {
    const house = await open(ofPerson([1, 1_000]));
    await press(house);

    const same = await press(house, 1, { from: { ...teamsUser(1), id: '29:else', name: 'x' } });
    const shouted = await press(house, 1, {
      conversation: { ...personalChat(1), tenantId: TENANT },
      from: { ...teamsUser(1), aadObjectId: teamsUser(1).aadObjectId.toUpperCase() },
    });

    expect([same.json, shouted.json]).toEqual([asksToWait, asksToWait]);
  });

  it.each([
    ['nn-NO', 'Vent litt, og prøv igjen. Det kom for mange trykk på éin gong.'],
    ['en-US', 'Wait a little, and try again. Too many presses came at once.'],
    [undefined, asksToWait.value.message],
  ])('speaks as their Teams does: %s', async (locale, message) => {
    const house = await open(ofPerson([0, 1_000]));

    const { json } = await press(house, 1, { locale });

    expect(json).toMatchObject({ value: { message } });
  });

  it.each([
    ['task/fetch', { task: { type: 'message', value: asksToWait.value.message } }],
    ['composeExtension/fetchTask', { task: { type: 'message', value: asksToWait.value.message } }],
    ['composeExtension/query', { composeExtension: { type: 'message', text: asksToWait.value.message } }],
  ])('answers %s in the shape that Teams shows', async (name, body) => {
    const house = await open(ofPerson([0, 1_000]));

    const { status, json } = await press(house, 1, { name });

    expect([status, json]).toEqual([200, body]);
  });

  it.each(['task/submit', 'composeExtension/submitAction', 'other'])(
    'turns away %s, so that what was typed stays where it is',
    async name => {
      const house = await open(ofPerson([0, 1_000]));

      const { status, text } = await press(house, 1, { name });

      expect([status, text, house.turns()]).toEqual([429, '', 0]);
    },
  );

  it('turns away a message without a word: that would be one more message', async () => {
    const house = await open(ofPerson([0, 1_000]));

    const { status, text } = await house.post(house.from.message('hei'));

    expect([status, text, house.turns(), house.teams.sent]).toEqual([429, '', 0, []]);
  });
});

describe('createRateLimits', () => {
  it('has usual limits that nobody meets who presses twice a second, or ten times at once', async () => {
    const house = await open(USUAL_LIMITS);
    const answers: unknown[] = [];

    for (let n = 0; n < 150; n += 1) {
      at += 500;
      answers.push((await house.post(house.from.execute('open'))).json);
    }
    at += 60_000;
    answers.push(
      ...(await Promise.all(Array.from({ length: 10 }, () => house.post(house.from.execute('open'))))).map(
        ({ json }) => json,
      ),
    );

    expect(answers).toMatchObject(answers.map(() => ({ statusCode: 200 })));
  });

  it.each([
    [{ kind: 'off' } as const, 200],
    [{ kind: 'channel', appId: 'app', metadataUrl: 'http://127.0.0.1:9/' } as const, 429],
  ])('limits where people prove who they are, and only there: %j', async (authentication, status) => {
    const { byAddress } = createRateLimits({ authentication, mono: () => 0, tooFast: () => '' });
    const app = express().use(byAddress, (request, response) => {
      response.status(request.path === '/good' ? 200 : 404).end();
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const { count } = USUAL_LIMITS.address ?? { count: 0 };

    for (let left = count; left > 0; left -= 50)
      await Promise.all(Array.from({ length: 50 }, () => fetch(at)));
    const answer = await fetch(`${at}/good`);

    expect(answer.status).toBe(status);
    server.close().closeAllConnections();
  });
});
