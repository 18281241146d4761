import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

import { ConnectorClient } from 'botframework-connector';

import { USUAL } from '../../../src/reminders/settings';
import { createConnector, TIMEOUT_MS } from '../../../src/teams/wire/connector';
import { createTransport, type Transport } from '../../../src/teams/wire/transport';
import {
  BOT,
  CHANNEL,
  type ConnectorStub,
  startConnectorStub,
  type StubAnswer,
  teamsUser,
  TENANT,
} from '../../fakes/connector-stub';

import { testCredentials } from './house';

const APP = '11111111-2222-4333-8444-555555555555';
const NOON = Date.UTC(2026, 7, 3, 12);
const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Du har en ny oppgave' };
const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: message.card };

let teams: ConnectorStub;
beforeEach(async () => {
  teams = await startConnectorStub();
});
afterEach(() => teams.close());

const transport = (settings: Partial<Parameters<typeof createConnector>[0]> = {}): Transport =>
  createTransport(
    createConnector({
      authentication: { kind: 'off' },
      serviceUrls: ['http://127.0.0.1'],
      now: () => NOON,
      timeoutMs: 200,
      ...settings,
    }),
  );
const address = (serviceUrl = teams.url) => ({ serviceUrl, tenantId: TENANT, botId: BOT.id });
const reference = (serviceUrl = teams.url) => ({
  ...address(serviceUrl),
  conversationId: 'a:chat-1',
  userId: teamsUser(1).id,
});

describe('sendCard', () => {
  it('sends the card alone, with the notification text, and tells the id', async () => {
    const sent = await transport().sendCard(reference(), message);

    expect(sent).toEqual({ ok: true, value: { activityId: 'sent-1' } });
    expect(teams.sent).toMatchObject([{ method: 'POST', path: '/v3/conversations/a:chat-1/activities' }]);
    expect(teams.sent[0]?.body).toEqual({
      type: 'message',
      summary: message.summary,
      attachments: [attachment],
      channelData: { tenant: { id: TENANT } },
    });
  });

  it.each<[StubAnswer, unknown]>([
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'throttled', retryAfterMs: 7_000 },
    ],
    [
      { status: 429, headers: { 'retry-after': 'Mon, 03 Aug 2026 12:01:00 GMT' } },
      { kind: 'throttled', retryAfterMs: 60_000 },
    ],
    [
      { status: 429, headers: { 'retry-after': 'Mon, 03 Aug 2026 11:00:00 GMT' } },
      { kind: 'throttled', retryAfterMs: 0 },
    ],
    [{ status: 429, headers: { 'retry-after': 'soon' } }, { kind: 'throttled' }],
    [{ status: 429 }, { kind: 'throttled' }],
    [{ status: 412 }, { kind: 'unavailable' }],
    [{ status: 502 }, { kind: 'unavailable' }],
    [{ status: 503, headers: { 'retry-after': '1' } }, { kind: 'unavailable' }],
    [{ status: 504 }, { kind: 'unavailable' }],
    [{ status: 403 }, { kind: 'gone' }],
    [{ status: 404, body: { error: { code: 'ConversationNotFound' } } }, { kind: 'gone' }],
    [{ status: 400 }, { kind: 'refused', status: 400 }],
    [{ status: 401 }, { kind: 'refused', status: 401 }],
    [{ status: 413 }, { kind: 'refused', status: 413 }],
    [
      { status: 302, headers: { location: '/elsewhere' } },
      { kind: 'refused', status: 302 },
    ],
    [{ status: 500 }, { kind: 'ambiguous' }],
    [{ status: 200, body: {} }, { kind: 'ambiguous' }],
    [{ status: 200, body: 'not what we asked for' }, { kind: 'ambiguous' }],
    ['hang', { kind: 'ambiguous' }],
    ['reset', { kind: 'ambiguous' }],
  ])('takes %j for what it is, and tries once', async (answer, failure) => {
    teams.answerWith(() => answer);

    const sent = await transport().sendCard(reference(), message);

    expect(sent).toEqual({ ok: false, error: failure });
    expect(teams.sent).toHaveLength(1);
  });

  it('takes an answer that breaks off for one that nobody understood', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id":', () => response.destroy());
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;

    const sent = await transport().sendCard(reference(url), message);

    expect(sent).toEqual({ ok: false, error: { kind: 'ambiguous' } });
    server.closeAllConnections();
    server.close();
  });

  it('takes a connection that is refused for one that never carried the card', async () => {
    const { url } = teams;
    await teams.close();

    const sent = await transport().sendCard(reference(url), message);

    expect(sent).toEqual({ ok: false, error: { kind: 'unavailable' } });
    teams = await startConnectorStub();
  });

  it('gives up when its time is over', async () => {
    teams.answerWith(() => 'hang');
    const started = performance.now();

    await transport().sendCard(reference(), message);

    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('T13 follows no redirect to an inside address', async () => {
    const inside = await startConnectorStub();
    teams.answerWith(() => ({ status: 307, headers: { location: `${inside.url}secrets` } }));

    const sent = await transport().sendCard(reference(), message);

    expect(sent).toEqual({ ok: false, error: { kind: 'refused', status: 307 } });
    expect(inside.sent).toEqual([]);
    await inside.close();
  });

  it.each(['http://127.0.0.1', 'http://127.0.0.1/'])(
    'T13 refuses a stored address that is not on the list, without a request: %s',
    async () => {
      const strict = transport({ serviceUrls: ['https://smba.trafficmanager.net/'] });

      const outcomes = [
        await strict.sendCard(reference(), message),
        await strict.editCard(reference(), 'sent-1', message),
        await strict.postToChannel({ ...address(), channelId: CHANNEL.id }, message),
        await strict.openChat({ ...address(), userId: teamsUser(1).id }),
      ];

      expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, error: { kind: 'refused', status: 0 } })));
      expect(teams.sent).toEqual([]);
    },
  );

  it.each([
    'http://169.254.169.254/metadata/identity/oauth2/token',
    'https://169.254.169.254/',
    'http://[::ffff:169.254.169.254]/',
    'http://2852039166/',
    'http://0251.0376.0251.0376/',
    'https://smba.trafficmanager.net@169.254.169.254/',
    'https://smba.trafficmanager.net./',
    'https://smba。trafficmanager。net/',
    'https://smba.trafficmanager.net.example.org/',
    'http://smba.trafficmanager.net/',
    'file:///etc/passwd',
    '//smba.trafficmanager.net/',
    '',
  ])('T13 sends nothing, and asks for no token, for the stored address "%s"', async serviceUrl => {
    let asked = 0;
    const credentials = {
      ...testCredentials(APP),
      createCredentials: () =>
        Promise.resolve({
          signRequest: <R>(request: R) => {
            asked += 1;
            return Promise.resolve(request);
          },
        }),
    };
    const strict = transport({ serviceUrls: ['https://smba.trafficmanager.net/'], credentials });

    const sent = await strict.sendCard(reference(serviceUrl), message);

    expect([sent, asked]).toEqual([{ ok: false, error: { kind: 'refused', status: 0 } }, 0]);
  });

  it('T13 refuses in the way out itself, whoever made the client: replies take it too', async () => {
    const { httpClient, credentials } = createConnector({
      authentication: { kind: 'off' },
      serviceUrls: ['https://smba.trafficmanager.net/'],
      now: () => NOON,
    });
    const signing = await credentials.createCredentials('', '', '', true);
    const { conversations } = new ConnectorClient(signing, { baseUri: teams.url, httpClient });

    const sent = conversations.sendToConversation('a:chat-1', { type: 'message', text: 'hei' });

    await expect(sent).rejects.toMatchObject({ failure: { kind: 'refused', status: 0 } });
    expect(teams.sent).toEqual([]);
  });

  it.each(['../../../secrets', '..%2f..%2fsecrets', 'x?y=', 'x#', '/secrets'])(
    'T13 stays beneath the address, whatever the stored conversation is called: %s',
    async conversationId => {
      await transport().sendCard({ ...reference(), conversationId }, message);

      expect(teams.sent).toMatchObject([{ path: `/v3/conversations/${conversationId}/activities` }]);
    },
  );

  const signedIn = { kind: 'channel', appId: APP, metadataUrl: 'https://example.org/' } as const;

  it('ends by itself, token and request, before the outbox takes a send for lost', () => {
    expect(2 * TIMEOUT_MS).toBeLessThan(USUAL.sendMs);
  });

  it('signs with the token of the bot', async () => {
    const signing = transport({ authentication: signedIn, credentials: testCredentials(APP) });

    await signing.sendCard(reference(), message);

    expect(teams.sent[0]?.authorization).toBe(`Bearer token-of-${APP}`);
  });

  it.each<[string, () => Promise<never>]>([
    ['is not given', () => Promise.reject(new Error('no identity on this machine'))],
    ['does not come in time', () => new Promise(() => undefined)],
  ])('sends nothing when a token %s', async (_name, signRequest) => {
    const credentials = {
      ...testCredentials(APP),
      createCredentials: () => Promise.resolve({ signRequest }),
    };

    const sent = await transport({ authentication: signedIn, credentials }).sendCard(reference(), message);

    expect(sent).toEqual({ ok: false, error: { kind: 'unavailable' } });
    expect(teams.sent).toEqual([]);
  });
});

describe('editCard', () => {
  it('puts the new card where the old one was', async () => {
    const edited = await transport().editCard(reference(), 'sent-9', message);

    expect(edited).toEqual({ ok: true, value: undefined });
    expect(teams.sent).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a:chat-1/activities/sent-9', card: message.card },
    ]);
  });

  it('tells when the message is gone', async () => {
    teams.answerWith(() => ({ status: 404 }));

    const edited = await transport().editCard(reference(), 'sent-9', message);

    expect(edited).toEqual({ ok: false, error: { kind: 'gone' } });
  });
});

describe('postToChannel', () => {
  it('begins a thread and tells both ids', async () => {
    const posted = await transport().postToChannel({ ...address(), channelId: CHANNEL.id }, message);

    expect(posted).toEqual({ ok: true, value: { activityId: 'sent-1', conversationId: 'conversation-1' } });
    expect(teams.sent[0]).toMatchObject({
      method: 'POST',
      path: '/v3/conversations',
      card: message.card,
      body: {
        isGroup: true,
        tenantId: TENANT,
        channelData: { channel: { id: CHANNEL.id } },
        activity: { summary: message.summary },
      },
    });
  });
});

describe('openChat', () => {
  it('gives a reference that cards can be sent to', async () => {
    const opened = await transport().openChat({ ...address(), userId: teamsUser(2).id });

    expect(opened).toEqual({
      ok: true,
      value: { ...address(), conversationId: 'conversation-1', userId: teamsUser(2).id },
    });
    expect(teams.sent[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: teamsUser(2).id }],
      tenantId: TENANT,
    });
  });

  it('tells when the app is not installed for them', async () => {
    teams.answerWith(() => ({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }));

    const opened = await transport().openChat({ ...address(), userId: teamsUser(2).id });

    expect(opened).toEqual({ ok: false, error: { kind: 'gone' } });
  });
});
