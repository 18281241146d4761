import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { playgroundConfig, type Surroundings } from './playground-config';

export type WindowOptions = Surroundings & {
  /** The bot endpoint of this window, at the relay. */
  readonly endpoint: string;
  /** Another free port is taken when this one is busy. */
  readonly port: number;
  /** The window's configuration and log go to `windows/<window>` here. */
  readonly dataDir: string;
};

export type OpenWindow = {
  readonly url: string;
  readonly port: number;
  /** Settles when the process has ended, stopped or fallen. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

const READY = /Listening on (\d+)/;
const READY_WITHIN_MS = 30_000;
const PING_WITHIN_MS = 5_000;
const STOP_WITHIN_MS = 3_000;
const KEPT_FAULT = 2_000;

const folderOf = ({ dataDir, window }: WindowOptions): string => resolve(dataDir, 'windows', window);
const logOf = (options: WindowOptions): string => join(folderOf(options), 'playground.log');

/** From sources (tests, tsx) the preload is TypeScript, which Node 20 does not read by itself. */
const preload = (): readonly string[] => {
  const file = require.resolve('./preload');
  return file.endsWith('.ts')
    ? ['--require', require.resolve('tsx/cjs'), '--require', file]
    : ['--require', file];
};

/** Little of this process's environment: a proxy or a bot secret in it is nothing to the Playground. */
const environment = (options: WindowOptions, config: string): NodeJS.ProcessEnv => {
  const { PATH, HOME, USERPROFILE, SYSTEMROOT, TMPDIR, TEMP } = process.env;
  return {
    ...Object.fromEntries(
      Object.entries({ PATH, HOME, USERPROFILE, SYSTEMROOT, TMPDIR, TEMP }).filter(([, value]) => value),
    ),
    LANG: 'nb_NO.UTF-8',
    TZ: 'Europe/Oslo',
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    M365_AGENTS_PLAYGROUND_LOGFILE: logOf(options),
  };
};

const launch = async (options: WindowOptions): Promise<ChildProcess> => {
  const folder = folderOf(options);
  const config = join(folder, 'playground.json');
  await mkdir(folder, { recursive: true });
  await writeFile(config, JSON.stringify(playgroundConfig(options), null, 2));
  const start = ['start', '-e', options.endpoint, '-c', 'msteams', '-p', String(options.port), '--dt'];
  return spawn(
    process.execPath,
    [...preload(), require.resolve('@microsoft/m365agentsplayground/cli.js'), ...start],
    {
      cwd: folder,
      env: environment(options, config),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
};

/** The port it says it listens on. Rejects when it ends, or says nothing in time, with the last it wrote. */
const listening = async (child: ChildProcess): Promise<number> => {
  const gaveUp = AbortSignal.timeout(READY_WITHIN_MS);
  let written = '';
  return new Promise((settle, reject) => {
    const fail = () => {
      reject(new Error(written.slice(-KEPT_FAULT)));
    };
    const read = (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-2 * KEPT_FAULT);
      const port = READY.exec(written)?.[1];
      if (port !== undefined) settle(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', fail);
    gaveUp.addEventListener('abort', fail);
  });
};

/** It says that it listens before it has read its configuration; rejects when that was wrong. */
const answering = async (url: string): Promise<void> => {
  const { ok, status } = await fetch(new URL('/_debug/ping', url), {
    signal: AbortSignal.timeout(PING_WITHIN_MS),
  });
  if (!ok) throw new Error(`The Playground answers ${String(status)}.`);
};

const stopping = (child: ChildProcess, ended: Promise<void>) => async (): Promise<void> => {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(force);
};

/**
 * Starts one Playground, on loopback, for one person. It ends with this process, also when that is killed.
 * Rejects when it cannot start; then nothing is left running.
 */
export const startWindow = async (options: WindowOptions): Promise<OpenWindow> => {
  const child = await launch(options);
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  );
  const stop = stopping(child, ended);
  try {
    const port = await listening(child);
    const url = `http://127.0.0.1:${String(port)}`;
    await answering(url);
    return { url, port, ended, stop };
  } catch (cause) {
    await stop();
    throw new Error(`The window ${options.window} did not start; see ${logOf(options)}.`, { cause });
  }
};
