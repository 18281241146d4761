import { type Express } from 'express';
import { createLanding } from './landing/landing';
import { type LocalOptions } from './options';
import { FIRST_WINDOWS, LOCAL_BOT } from './people';
import { type LocalChannel, type WindowPerson } from './windows/people';
import { createRelay } from './windows/relay';
import { createWindows, type Windows } from './windows/windows';
import { type LocalWorld } from './world';

type Opening = {
  readonly world: LocalWorld;
  readonly web: Express;
  readonly url: string;
  readonly people: readonly WindowPerson[];
  readonly channel: LocalChannel;
  readonly options: LocalOptions;
  readonly say: (line: string) => void;
};

const FIRST_PORT = 56_150;
const CAPTURE_MS = 5_000;

/** The bot is in the team from the start here; in Teams it hears so when it is installed. */
const joinTeam = async ({ world, url, people, channel }: Opening): Promise<void> => {
  const [first] = people;
  if (first === undefined) return;
  const reference = {
    conversationId: channel.channelId,
    serviceUrl: `${url}/relay/${first.window}/connector/`,
    tenantId: first.tenantId,
    botId: LOCAL_BOT.id,
  };
  await world.app.world.channel.capture(reference, AbortSignal.timeout(CAPTURE_MS));
};

const outboxOf = (world: LocalWorld) => () =>
  world.app.world.outbox.counts(world.clock.instant(), AbortSignal.timeout(CAPTURE_MS));

/** One Playground window to each acting role, the relay between them and the bot, and the page that lists them. */
export const openWindows = async (opening: Opening): Promise<Windows> => {
  const { world, web, url, people, channel, options, say } = opening;
  const relay = createRelay({
    people,
    channel,
    bot: LOCAL_BOT,
    messagesUrl: `${url}/api/messages`,
    baseUrl: () => url,
  });
  const windows = createWindows({
    people,
    channel,
    bot: LOCAL_BOT,
    relay,
    dataDir: options.dataDir,
    firstPort: FIRST_PORT,
  });
  const landing = createLanding({ people, windows, relay, outbox: outboxOf(world), now: world.clock.now });
  web.use(relay.router, landing);
  await joinTeam(opening);
  for (const window of FIRST_WINDOWS) say(`${window.padEnd(16)} ${await windows.open(window)}`);
  return windows;
};
