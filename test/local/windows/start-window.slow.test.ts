import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { type OpenWindow, startWindow } from '../../../src/local/windows/start-window';
import { BOT, CHANNEL, HELSE, PEOPLE } from './people';

const START_MS = 60_000;

const canConnect = async (port: number, host: string): Promise<boolean> => {
  const socket = connect({ port, host });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

const outerAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find(each => each?.family === 'IPv4' && !each.internal)?.address;

/** A program that starts one window, says its port, and then does nothing. */
const STARTER = `
  const { startWindow } = require(${JSON.stringify(resolve('src/local/windows/start-window.ts'))});
  startWindow(JSON.parse(process.argv[1])).then(({ port }) => process.send(port));
  setInterval(() => {}, 1000);
`;

const goneWithin = async (port: number, milliseconds: number): Promise<boolean> => {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (!(await canConnect(port, '127.0.0.1'))) return true;
    await new Promise(wait => setTimeout(wait, 50));
  }
  return false;
};

describe('startWindow', () => {
  let dataDir: string;
  const options = (port: number) => ({
    window: HELSE.window,
    person: HELSE,
    others: PEOPLE,
    channel: CHANNEL,
    bot: BOT,
    endpoint: 'http://127.0.0.1:9/relay/medlem-helse/api/messages',
    port,
    dataDir,
  });
  const started: OpenWindow[] = [];
  const start = async (port: number) => {
    const window = await startWindow(options(port));
    started.push(window);
    return window;
  };
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'window-'));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(window => window.stop()));
    await rm(dataDir, { recursive: true });
  }, START_MS);

  it(
    'listens on loopback only, as its person, and is gone when stopped',
    async () => {
      const { url, port, stop, ended } = await start(57_330);

      const config = await fetch(`${url}/_internal/v1/testConfig`).then(response => response.json());
      const outer = outerAddress();
      const isOutside = outer !== undefined && (await canConnect(port, outer));
      await stop();
      await ended;

      expect(config).toMatchObject({
        config: { currentUser: { id: HELSE.id, aadObjectId: HELSE.aadObjectId } },
      });
      expect(isOutside).toBe(false);
      expect(await canConnect(port, '127.0.0.1')).toBe(false);
    },
    START_MS,
  );

  it(
    'takes another port when its own is busy, and keeps its log with its data',
    async () => {
      const busy = createServer().listen(57_331, '127.0.0.1');
      await once(busy, 'listening');

      const { port } = await start(57_331);
      busy.close();

      expect(port).not.toBe(57_331);
      expect(await readFile(join(dataDir, 'windows', HELSE.window, 'playground.log'), 'utf8')).toContain(
        String(port),
      );
    },
    START_MS,
  );

  it(
    'rejects with what the Playground said when it cannot start',
    async () => {
      const sameId = PEOPLE.map(person => ({ ...person, id: '29:samme' }));

      await expect(startWindow({ ...options(57_332), others: sameId })).rejects.toThrow('did not start');
    },
    START_MS,
  );

  it(
    'ends when the program that started it is killed',
    async () => {
      const starter = spawn(
        process.execPath,
        ['--require', require.resolve('tsx/cjs'), '-e', STARTER, JSON.stringify(options(57_333))],
        { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
      );
      const message: unknown[] = await once(starter, 'message');

      starter.kill('SIGKILL');

      expect(await goneWithin(Number(message[0]), 5_000)).toBe(true);
    },
    START_MS,
  );
});
