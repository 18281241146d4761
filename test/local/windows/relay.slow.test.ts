import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRelay } from '../../../src/local/windows/relay';
import { createWindows } from '../../../src/local/windows/windows';
import { card, createBot } from './bot';
import { type Shown, until, useHeadless } from './headless';
import { BOT, CHANNEL, HELSE, INNMELDER, KOORDINATOR, PEOPLE } from './people';
import { listen } from './server';

const FIRST_PORT = 57_310;
const START_MS = 60_000;

const startWorld = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'windows-'));
  let url = '';
  const bot = createBot(() => `${url}/relay/${KOORDINATOR.window}/connector/`);
  const botServer = await listen(bot.mount);
  const messagesUrl = `${botServer.url}/api/messages`;
  const relay = createRelay({ people: PEOPLE, channel: CHANNEL, bot: BOT, messagesUrl, baseUrl: () => url });
  const relayServer = await listen(app => app.use(relay.router));
  url = relayServer.url;
  const windows = createWindows({
    people: PEOPLE,
    channel: CHANNEL,
    bot: BOT,
    relay,
    dataDir,
    firstPort: FIRST_PORT,
  });
  const enter = async (person: typeof INNMELDER) => useHeadless(await windows.open(person.window), person.id);
  const [koordinator, helse] = await Promise.all([enter(KOORDINATOR), enter(HELSE)]);
  const stop = async () => {
    koordinator.close();
    helse.close();
    await windows.stop();
    await Promise.all([botServer.close(), relayServer.close()]);
    await rm(dataDir, { recursive: true });
  };
  return { bot, relay, windows, enter, koordinator, helse, stop };
};

const saying = (words: string) => (shown: Shown) => shown.words.includes(words);

describe('the relay between a bot and real Playgrounds', () => {
  let world: Awaited<ReturnType<typeof startWorld>>;
  beforeAll(async () => {
    world = await startWorld();
  }, START_MS);
  afterAll(() => world.stop(), START_MS);

  it('shows a card for the channel in every window, takes a press from any, and edits it in all', async () => {
    const { bot, koordinator, helse } = world;
    const id = await bot.send(CHANNEL.channelId, card('sak i kanalen'));
    const first = await until(koordinator.shown, saying('sak i kanalen'));
    const second = await until(helse.shown, saying('sak i kanalen'));

    const answer = await helse.press(second);
    await bot.edit(CHANNEL.channelId, id, card('sak avgjort'));

    expect(JSON.stringify(answer)).toContain(`bare for ${HELSE.id}`);
    expect(koordinator.shown.some(saying('bare for'))).toBe(false);
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      replyToId: id,
      from: { id: HELSE.id, aadObjectId: HELSE.aadObjectId },
      conversation: { id: `${CHANNEL.channelId};messageid=${id}`, tenantId: HELSE.tenantId },
    });
    const edits = await Promise.all(
      [koordinator, helse].map(({ shown }) => until(shown, saying('sak avgjort'))),
    );
    expect(edits.map(edit => [edit.action, edit.id])).toEqual([
      ['updateMessage', first.id],
      ['updateMessage', second.id],
    ]);
  });

  it('carries a chat both ways, and its answer to its own window only', async () => {
    const { koordinator, helse, bot } = world;

    await koordinator.say(`a:${KOORDINATOR.id}`, 'hei');

    await until(koordinator.shown, saying(`ekko: ${KOORDINATOR.name}`));
    expect(bot.heard.at(-1)).toMatchObject({
      locale: 'nb-NO',
      from: { id: KOORDINATOR.id, name: KOORDINATOR.name },
      conversation: { id: `a:${KOORDINATOR.id}`, conversationType: 'personal' },
    });
    expect(helse.shown.some(saying('ekko'))).toBe(false);
  });

  it('shows every window the answer in a thread that began in one of them', async () => {
    const { koordinator, helse } = world;

    await helse.say(CHANNEL.channelId, 'medlemmer', BOT);

    const words = `6 medlemmer, du er ${HELSE.name}`;
    const [elsewhere, here] = await Promise.all(
      [koordinator, helse].map(({ shown }) => until(shown, saying(words))),
    );
    expect(here?.conversation).not.toBe(elsewhere?.conversation);
  });

  it('reaches a person who has never written', async () => {
    const { bot, helse } = world;

    const conversation = await bot.chatWith(HELSE.id);
    await bot.send(conversation, card('til deg alene'));

    await until(helse.shown, saying('til deg alene'));
    expect(conversation).toBe(`a:${HELSE.id}`);
  });

  it('posts a message from before the restart anew when it is edited, and then knows it', async () => {
    const { bot, koordinator, helse } = world;

    await bot.edit(`${CHANNEL.channelId};messageid=1700000000000`, '1700000000000', card('fra i går'));
    const shown = await until(helse.shown, saying('fra i går'));
    await helse.press(shown);
    await bot.edit(CHANNEL.channelId, '1700000000000', card('endret i dag'));

    await until(koordinator.shown, saying('fra i går'));
    expect(bot.heard.at(-1)).toMatchObject({ replyToId: '1700000000000' });
    expect(await until(helse.shown, saying('endret i dag'))).toMatchObject({
      action: 'updateMessage',
      id: shown.id,
    });
  });

  it('says in its place that a message is deleted', async () => {
    const { bot, helse } = world;
    const id = await bot.send(CHANNEL.channelId, card('slettes straks'));
    const shown = await until(helse.shown, saying('slettes straks'));

    await bot.remove(CHANNEL.channelId, id);

    expect(await until(helse.shown, saying('Meldingen er slettet'))).toMatchObject({ id: shown.id });
  });

  it(
    'keeps messages for someone without a window, and shows them and the channel when it opens',
    async () => {
      const { bot, relay, windows, enter } = world;
      await bot.send(await bot.chatWith(INNMELDER.id), { type: 'message', text: 'mens du var borte' });
      const waiting = relay.waiting(INNMELDER.id);

      const innmelder = await enter(INNMELDER);

      await until(innmelder.shown, saying('mens du var borte'));
      await until(innmelder.shown, saying('sak avgjort'));
      expect(waiting).toEqual(['mens du var borte']);
      expect(relay.waiting(INNMELDER.id)).toEqual([]);
      expect(windows.opened().map(({ person }) => person.window)).toContain(INNMELDER.window);
      innmelder.close();
    },
    START_MS,
  );

  it('shows a reloaded page everything again, and takes presses on it', async () => {
    const { bot, helse } = world;
    const id = await bot.send(CHANNEL.channelId, card('før siden ble lastet'));
    const before = await until(helse.shown, saying('før siden ble lastet'));

    await helse.load();
    const after = await until(
      helse.shown,
      shown => saying('før siden ble lastet')(shown) && shown.id !== before.id,
    );
    await helse.press(after);

    expect(bot.heard.at(-1)).toMatchObject({ type: 'invoke', replyToId: id });
    expect(
      bot.heard.filter(({ type, from }) => type === 'installationUpdate' && from.id === HELSE.id),
    ).toHaveLength(1);
  });
});
