import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROGRAM = resolve('dist/local/start.js');
const READY_WITHIN_MS = 90_000;
const WINDOW = /^(\S+) +(http:\/\/127\.0\.0\.1:\d+)$/gm;
const LANDING = /^Sent ute: (http\S+)$/m;

/** The local world as `npm start` runs it, with what it printed. */
export type RunningWorld = {
  readonly landing: string;
  readonly windows: ReadonlyMap<string, string>;
  /** As Ctrl-C does; its exit code. Again is no harm. */
  readonly stop: () => Promise<number>;
};

const printed = async (child: ChildProcess): Promise<string> =>
  new Promise((settle, reject) => {
    const gaveUp = AbortSignal.timeout(READY_WITHIN_MS);
    let text = '';
    const fail = () => {
      reject(new Error(`The local world did not start. It said:\n${text}`));
    };
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      if (LANDING.test(text)) settle(text);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', fail);
    gaveUp.addEventListener('abort', fail);
  });

/** On a folder of its own and free ports, its clock at `now`. */
export const startWorld = async (now: string): Promise<RunningWorld> => {
  if (!existsSync(PROGRAM)) throw new Error('Build first: npm run test:browser does both.');
  const folder = await mkdtemp(join(tmpdir(), 'browser-'));
  const options = ['--port', '0', '--data', join(folder, 'data'), '--now', now];
  const child = spawn(process.execPath, [PROGRAM, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended: Promise<readonly unknown[]> = once(child, 'exit');
  const stop = async (): Promise<number> => {
    child.kill('SIGINT');
    const [code] = await ended;
    await rm(folder, { recursive: true, force: true });
    return Number(code);
  };
  const text = await printed(child).catch(async (fault: unknown) => {
    if (child.exitCode === null) await stop();
    throw fault;
  });
  const windows = new Map([...text.matchAll(WINDOW)].map(([, window = '', url = '']) => [window, url]));
  return { landing: LANDING.exec(text)?.[1] ?? '', windows, stop };
};
