import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { createGuard } from '../../../src/teams/wire/guard';
import { TENANT } from '../../fakes/connector-stub';

import { type House, startHouse } from './house';

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>(inner => ({ inner }), 'core');

describe('createGuard', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.close());

  const outcomeOf = async (answer: Promise<{ status: number; text: string }>) => {
    const before = house.turns();
    const { status, text } = await answer;
    return { status, text, turns: house.turns() - before, sent: house.teams.sent.length };
  };
  const refusal = (status: number) => ({ status, text: '', turns: 0, sent: 0 });

  it('lets a message and a press through', async () => {
    const said = await house.post(house.from.message('hei'));
    const pressed = await house.post(house.from.execute('nothing-here', { a: { b: { c: 1 } } }));

    expect([said.status, pressed.status]).toEqual([200, 400]);
    expect(house.turns()).toBe(2);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['no type', { type: undefined }, 400],
    ['a type that is a number', { type: 5 }, 400],
    ['an empty type', { type: '' }, 400],
    ['no channel', { channelId: undefined }, 400],
    ['an empty channel', { channelId: '' }, 403],
    ['the AseChannel', { channelId: 'AseChannel' }, 403],
    ['the emulator', { channelId: 'emulator' }, 403],
    ['a channel that only begins right', { channelId: 'msteams2' }, 403],
    ['no service address', { serviceUrl: undefined }, 400],
    ['an empty service address', { serviceUrl: '' }, 400],
    ['a service address that is a list', { serviceUrl: ['http://127.0.0.1/'] }, 400],
    ['the metadata address of a cloud', { serviceUrl: 'http://169.254.169.254/' }, 403],
    ['another host', { serviceUrl: 'https://example.org/' }, 403],
    ['a user in the service address', { serviceUrl: 'http://127.0.0.1@example.org/' }, 403],
    ['a host that begins right', { serviceUrl: 'http://127.0.0.1.example.org/' }, 403],
    ['a query in the service address', { serviceUrl: 'http://127.0.0.1/?x=' }, 403],
    ['a fragment in the service address', { serviceUrl: 'http://127.0.0.1/#' }, 403],
    ['a file', { serviceUrl: 'file:///etc/passwd' }, 403],
    ['no sender', { from: undefined }, 400],
    ['a sender without id', { from: {} }, 400],
    ['a sender whose object id is an object', { from: { id: 'x', aadObjectId: {} } }, 400],
    ['no recipient', { recipient: undefined }, 400],
    ['no conversation', { conversation: undefined }, 400],
    ['a conversation without id', { conversation: { tenantId: TENANT } }, 400],
    ['a text that is an object', { text: { a: 1 } }, 400],
    ['entities that are a text', { entities: 'x' }, 400],
    ['channel data that is a text', { channelData: 'x' }, 400],
    ['replies asked for in the answer', { deliveryMode: 'expectReplies' }, 400],
    ['a foreign tenant', { conversation: { id: 'a:1', tenantId: 'foreign' } }, 403],
    ['no tenant', { conversation: { id: 'a:1' }, channelData: {} }, 403],
    [
      'a foreign tenant in the channel data',
      { conversation: { id: 'a:1' }, channelData: { tenant: { id: 'x' } } },
      403,
    ],
    ['a foreign tenant hidden by channel data', { conversation: { id: 'a:1', tenantId: 'x' } }, 403],
  ])('T13 T22 refuses %s', async (_name, fields, status) => {
    const outcome = await outcomeOf(house.post(house.from.message('hei', fields)));

    expect(outcome).toEqual(refusal(status));
  });

  it.each([null, undefined, 'text', 5, []])('T22 refuses a press whose value is %j', async value => {
    const outcome = await outcomeOf(house.post(house.from.execute('x', {}, { value })));

    expect(outcome).toEqual(refusal(400));
  });

  it.each(['null', '5', '"text"', '[]', '[{}]', '{}', '', '{', 'undefined'])(
    'T22 refuses the body %s',
    async body => {
      const outcome = await outcomeOf(house.postRaw(body));

      expect(outcome).toEqual(refusal(400));
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=koi8-r'])(
    'T20 refuses the content type %s',
    async type => {
      const body = JSON.stringify(house.from.message('hei'));

      const outcome = await outcomeOf(house.postRaw(body, { 'content-type': type }));

      expect(outcome).toEqual(refusal(400));
    },
  );

  it('T20 refuses a compressed body', async () => {
    const body = gzipSync(JSON.stringify(house.from.message('hei')));

    const outcome = await outcomeOf(house.postRaw(body, { 'content-encoding': 'gzip' }));

    expect(outcome).toEqual(refusal(400));
  });

  it('T20 takes a body of 64 KB and refuses one byte more', async () => {
    const empty = JSON.stringify(house.from.message(''));
    const sized = (bytes: number) =>
      empty.replace('"text":""', `"text":"${'x'.repeat(bytes - empty.length)}"`);

    const full = await house.postRaw(sized(65_536));

    expect(full.status).toBe(200);
    const outcome = await outcomeOf(house.postRaw(sized(65_537)));

    expect(outcome).toEqual(refusal(400));
  });

  it('T20 takes eight levels and refuses nine', async () => {
    const eight = await house.post(house.from.message('hei', { extra: nested(7) }));

    expect(eight.status).toBe(200);
    const outcome = await outcomeOf(house.post(house.from.message('hei', { extra: nested(8) })));

    expect(outcome).toEqual(refusal(400));
  });

  it('T20 refuses thirty thousand levels without trouble', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;

    const outcome = await outcomeOf(house.postRaw(`{"type":"message","value":${deep}}`));

    expect(outcome).toEqual(refusal(400));
  });

  it.each(['__proto__', 'constructor', 'prototype'])('T20 refuses the key %s at any level', async key => {
    const body = JSON.stringify(house.from.execute('x', { a: { CANARY: { polluted: true } } }));

    const outcome = await outcomeOf(house.postRaw(body.replace('CANARY', key)));

    expect(outcome).toEqual(refusal(400));
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['what is no JSON', '{', 400],
    ['what is too long', `"${'x'.repeat(70_000)}"`, 400],
    ['what is not for it', JSON.stringify({ type: 'message' }), 400],
  ])('T20 hangs up on %s, with nothing said', async (_name, body, status) => {
    const answer = await fetch(house.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    expect([answer.status, await answer.text()]).toEqual([status, '']);
    expect(answer.headers.get('connection')).toBe('close');
    expect(answer.headers.get('content-type')).toBeNull();
  });

  it('takes a tenant that only the channel data names', async () => {
    const { status } = await house.post(
      house.from.message('hei', { conversation: { id: 'a:1', conversationType: 'personal' } }),
    );

    expect(status).toBe(200);
  });

  it('T22 answers any JSON in any field with a refusal or a turn, and nothing else', async () => {
    const base = house.from.execute('nothing-here', { id: 1 });
    const spoilt = fc.record({ field: fc.constantFrom(...Object.keys(base)), value: fc.jsonValue() });

    await fc.assert(
      fc.asyncProperty(spoilt, async ({ field, value }) => {
        const { status, text } = await house.post({ ...base, [field]: value });

        expect([200, 400, 403]).toContain(status);
        expect(text).toBe('');
      }),
      { numRuns: 400 },
    );
    expect(house.teams.sent).toEqual([]);
  });

  it('refuses to be made without authentication for addresses beyond this machine', () => {
    const make = () =>
      createGuard({
        authentication: { kind: 'off' },
        tenants: [TENANT],
        serviceUrls: ['http://127.0.0.1', 'https://smba.trafficmanager.net/'],
        now: Date.now,
        keys: () => Promise.resolve(undefined),
      });

    expect(make).toThrow('loopback');
  });
});
