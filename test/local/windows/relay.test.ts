import { get, type IncomingMessage } from 'node:http';

import express from 'express';

import { createRelay } from '../../../src/local/windows/relay';
import { card, createBot } from './bot';
import { BOT, CHANNEL, HELSE, INNMELDER, KOORDINATOR, PEOPLE } from './people';
import { type Listening, listen } from './server';

type Shown = {
  readonly method: string;
  readonly conversation: string;
  readonly id: string;
  readonly body: unknown;
};

/** A Playground's connector service that notes what it is sent. */
const startPlayground = async (name: string) => {
  const shown: Shown[] = [];
  const server = await listen(app => {
    app.use(express.json());
    app.post('/_connector/v3/conversations/:conversation/activities', ({ params, body }, response) => {
      const id = `${name}-${String(shown.length + 1)}`;
      shown.push({ method: 'POST', conversation: params.conversation, id, body });
      response.status(201).json({ id });
    });
    app.put('/_connector/v3/conversations/:conversation/activities/:id', ({ params, body }, response) => {
      shown.push({ method: 'PUT', conversation: params.conversation, id: params.id, body });
      response.json({ id: params.id });
    });
  });
  return { shown, server };
};

const startWorld = async () => {
  let url = '';
  const bot = createBot(() => `${url}/relay/${KOORDINATOR.window}/connector/`);
  const botServer = await listen(bot.mount);
  const messagesUrl = `${botServer.url}/api/messages`;
  const relay = createRelay({ people: PEOPLE, channel: CHANNEL, bot: BOT, messagesUrl, baseUrl: () => url });
  const relayServer = await listen(app => app.use(relay.router));
  url = relayServer.url;
  const [koordinator, helse] = await Promise.all([startPlayground('k'), startPlayground('h')]);
  relay.attach(KOORDINATOR.window, koordinator.server);
  relay.attach(HELSE.window, helse.server);
  const say = async (window: string, activity: Readonly<Record<string, unknown>>, headers = {}) => {
    const response = await fetch(relay.endpoint(window), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  };
  const servers: readonly Listening[] = [botServer, relayServer, koordinator.server, helse.server];
  const load = (person: typeof HELSE) =>
    say(person.window, { type: 'installationUpdate', action: 'add', conversation: { id: `a:${person.id}` } });
  await Promise.all([load(KOORDINATOR), load(HELSE)]);
  return { bot, botServer, relay, koordinator, helse, say, load, servers, url };
};

const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'open' } } };

describe('createRelay', () => {
  let world: Awaited<ReturnType<typeof startWorld>>;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => Promise.all(world.servers.map(server => server.close())));

  it('brings a press to the bot as the window’s person on the shared message, and the answer back', async () => {
    const { bot, helse, say } = world;
    const id = await bot.send(CHANNEL.channelId, card('sak'));
    const local = helse.shown[0]?.id ?? '';

    const conversation = { id: `${CHANNEL.channelId};messageid=${local}` };
    const answer = await say(HELSE.window, {
      ...press,
      from: { id: INNMELDER.id },
      replyToId: local,
      conversation,
    });

    expect(bot.heard.at(-1)).toMatchObject({
      from: { id: HELSE.id },
      replyToId: id,
      conversation: { id: `${CHANNEL.channelId};messageid=${id}` },
    });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ value: { body: [{ text: `bare for ${HELSE.id}` }] } });
  });

  it('gives a window its own chat whichever it names', async () => {
    const { bot, say, helse, koordinator } = world;

    await say(HELSE.window, { type: 'message', text: 'hei', conversation: { id: `a:${KOORDINATOR.id}` } });

    expect(bot.heard.at(-1)).toMatchObject({ conversation: { id: `a:${HELSE.id}` } });
    expect(helse.shown).toMatchObject([
      { conversation: `a:${HELSE.id}`, body: { text: `ekko: ${HELSE.name}` } },
    ]);
    expect(koordinator.shown).toEqual([]);
  });

  it('gives a thread begun in a window one id for all', async () => {
    const { bot, say, helse, koordinator } = world;
    const conversation = { id: `${CHANNEL.channelId};messageid=1700`, conversationType: 'channel' };

    await say(HELSE.window, { type: 'message', id: '1700', text: 'hei', conversation });

    const heard = bot.heard.at(-1);
    expect(heard?.conversation.id).toBe(`${CHANNEL.channelId};messageid=${heard?.id ?? ''}`);
    expect(heard?.id).not.toBe('1700');
    expect(helse.shown).toMatchObject([{ conversation: conversation.id }]);
    expect(koordinator.shown).toMatchObject([{ conversation: CHANNEL.channelId }]);
  });

  it('begins a thread in the channel and edits it everywhere', async () => {
    const { bot, helse, koordinator } = world;

    const thread = await bot.thread(card('ny sak'));
    await bot.edit(thread, thread.split('=')[1] ?? '', card('endret'));

    for (const { shown } of [helse, koordinator])
      expect(shown).toMatchObject([
        { method: 'POST', conversation: CHANNEL.channelId },
        { method: 'PUT', id: shown[0]?.id },
      ]);
  });

  it('reaches a person by object id, and keeps the message where there is no window', async () => {
    const { bot, relay } = world;

    const conversation = await bot.chatWith(INNMELDER.aadObjectId);
    await bot.send(conversation, { type: 'message', text: 'til deg' });

    expect(conversation).toBe(`a:${INNMELDER.id}`);
    expect(relay.waiting(INNMELDER.id)).toEqual(['til deg']);
  });

  it('answers for everyone in the roster, by user id and object id', async () => {
    const { say, helse } = world;

    await say(HELSE.window, { type: 'message', text: 'medlemmer', conversation: { id: CHANNEL.channelId } });

    expect(helse.shown).toMatchObject([{ body: { text: `6 medlemmer, du er ${HELSE.name}` } }]);
  });

  it('tells the bot once that it is installed, however often the page is loaded', async () => {
    const { bot, load } = world;

    await load(HELSE);

    expect(bot.heard.filter(({ from }) => from.id === HELSE.id)).toHaveLength(1);
  });

  it('shows a page that is loaded again what it had', async () => {
    const { bot, helse, load } = world;
    await bot.send(CHANNEL.channelId, card('sak'));

    await load(HELSE);
    await bot.send(`a:${HELSE.id}`, { type: 'message', text: 'sist' });

    expect(helse.shown.map(({ conversation }) => conversation)).toEqual([
      CHANNEL.channelId,
      CHANNEL.channelId,
      `a:${HELSE.id}`,
    ]);
  });

  it('takes a window that says anything as loaded', async () => {
    const { relay, helse, say } = world;
    relay.attach(INNMELDER.window, helse.server);

    await say(INNMELDER.window, { type: 'message', text: 'hei', conversation: { id: `a:${INNMELDER.id}` } });

    expect(helse.shown).toMatchObject([{ body: { text: `ekko: ${INNMELDER.name}` } }]);
  });

  it('stops showing a window that is detached', async () => {
    const { bot, relay, helse } = world;

    relay.detach(HELSE.window);
    await bot.send(CHANNEL.channelId, card('sak'));

    expect(helse.shown).toEqual([]);
  });

  it('says 502 when the bot is away', async () => {
    const { botServer, say } = world;
    await botServer.close();

    const { status, body } = await say(HELSE.window, { type: 'message', conversation: { id: 'a:x' } });

    expect(status).toBe(502);
    expect(body).toContain('BotUnreachable');
  });

  it.each([
    ['an unknown window', 'ukjent', { type: 'message', conversation: { id: 'a:x' } }],
    ['what is no activity', HELSE.window, { text: 'hei' }],
  ])('says 404 to %s', async (_name, window, activity) => {
    expect((await world.say(window, activity)).status).toBe(404);
  });

  it.each([
    ['members of a chat', `a:${HELSE.id}/members`, 200],
    ['a stranger', `${CHANNEL.channelId}/members/29:fremmed`, 404],
  ])('answers for %s', async (_name, path, status) => {
    const response = await fetch(`${world.url}/relay/${HELSE.window}/connector/v3/conversations/${path}`);

    expect(response.status).toBe(status);
  });

  it('says 404 to a new conversation in another channel, and 400 to one that is no conversation', async () => {
    const create = (body: unknown) =>
      fetch(`${world.url}/relay/${HELSE.window}/connector/v3/conversations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    const responses = await Promise.all([
      create({ isGroup: true, channelData: { channel: { id: '19:annen@thread.tacv2' } } }),
      create({ members: 'alle' }),
    ]);

    expect(responses.map(({ status }) => status)).toEqual([404, 400]);
  });

  it('refuses a name that was pointed at this machine', async () => {
    const { hostname, port } = new URL(world.url);
    const path = `/relay/${HELSE.window}/connector/v3/teams/t`;
    const options = { hostname, port, path, headers: { host: `ond.example:${port}` } };

    const response = await new Promise<IncomingMessage>(resolve => get(options, resolve));

    expect(response.statusCode).toBe(403);
    response.resume();
  });

  it.each([{ origin: 'https://ond.example' }, { origin: 'null' }])(
    'refuses a page of another site: %j',
    async headers => {
      const { status } = await world.say(
        HELSE.window,
        { type: 'message', conversation: { id: 'a:x' } },
        headers,
      );

      expect(status).toBe(403);
    },
  );
});
