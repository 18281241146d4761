import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type BotProcess, startBot } from '../../src/local/demo/bot-process';
import { type ConnectorEnd, isThread, startConnectorEnd } from '../../src/local/demo/connector';
import { playerFor } from '../../src/local/demo/player';
import { type Scene } from '../../src/local/demo/scene';
import { readProgramme } from '../../src/programme';
import { type Ground, MONDAY } from './company';

const ROOT = join(__dirname, '..', '..');
const START = ['--import', 'tsx', join(ROOT, 'src', 'local', 'start.ts')];
const { people } = readProgramme(join(ROOT, 'infra', 'programme.local.json'));

/** The local world in a process of its own, which can be killed and started again over the same folder. */
export type Spawned = Ground & {
  readonly dataDir: string;
  /** What everybody here has in common, now: another process listens elsewhere. */
  readonly scene: () => Scene;
  readonly bot: () => BotProcess;
  readonly advance: (duration: string) => Promise<void>;
  /** Kill −9: nothing is told, nothing is finished. */
  readonly crash: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** What every process so far has written. */
  readonly written: () => string;
  readonly leave: () => Promise<void>;
};

const Now = z.looseObject({ now: z.string().optional() });

const post = async (url: string, body: unknown): Promise<z.infer<typeof Now>> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return Now.parse(await response.json());
};

type Running = { bot: BotProcess; now: string; earlier: string };

const scenes = (running: Running, connector: ConnectorEnd) => (): Scene => ({
  messages: running.bot.ready.messages,
  connector,
  ...running.bot.ready.channel,
  now: () => new Date(running.now),
});

const groundOn = (running: Running, connector: ConnectorEnd): Ground => {
  const scene = scenes(running, connector);
  return {
    connector,
    player: id => {
      const person = people.find(one => one.id === id);
      if (person === undefined) throw new Error(`Nobody is called ${id}.`);
      return playerFor(scene(), person);
    },
    settle: async () => {
      await post(`${running.bot.ready.url}/local/tick`, {});
    },
    inChannel: () => connector.everything().filter(({ conversationId }) => isThread(conversationId)),
  };
};

export const spawnCompany = async (installed: readonly string[]): Promise<Spawned> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spawned-'));
  const args = ['--port', '0', '--data', dataDir];
  const connector = await startConnectorEnd();
  const running: Running = {
    bot: await startBot(START, [...args, '--now', MONDAY]),
    now: MONDAY,
    earlier: '',
  };
  const ground = groundOn(running, connector);
  await ground.player('koordinator').addsToTeam();
  for (const id of installed) await ground.player(id).installs();
  return {
    ...ground,
    dataDir,
    scene: scenes(running, connector),
    bot: () => running.bot,
    advance: async duration => {
      const { now } = await post(`${running.bot.ready.url}/local/clock`, { advance: duration });
      running.now = now ?? running.now;
    },
    crash: () => running.bot.end('SIGKILL'),
    restart: async () => {
      running.earlier += running.bot.output();
      running.bot = await startBot(START, args);
    },
    written: () => running.earlier + running.bot.output(),
    leave: async () => {
      await running.bot.end('SIGTERM');
      await connector.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
