import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openGrounds } from '../grounds';
import { type Outside, startOutside } from '../outside/outside';
import { ROOT } from '../results';

const Ready = z.looseObject({ ready: z.literal(true), messages: z.string() });

/** A program in a process of its own. */
export type Running = {
  readonly messages: string;
  /** By `performance.now()`. */
  readonly startedAt: number;
  /** What it holds of the machine's memory now, in megabytes. */
  readonly rss: () => number;
  /** What it has taken of a processor until now, in milliseconds: that does not wait its turn. */
  readonly cpu: () => number;
  /** Throws away what is garbage, where it was started so that it can. */
  readonly collect: () => void;
  readonly end: () => Promise<void>;
};

const CORE = '0';
/** On a core of its own, where there is more than one and the machine knows how. */
const pinned = (args: readonly string[], isPinned: boolean): readonly [string, readonly string[]] =>
  isPinned && cpus().length > 1
    ? ['taskset', ['-c', CORE, process.execPath, ...args]]
    : [process.execPath, args];

const readyOf = async (child: ChildProcess): Promise<z.infer<typeof Ready>> => {
  if (child.stdout === null) throw new Error('The program has no voice.');
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{"ready":true')) return Ready.parse(JSON.parse(line));
  throw new Error('The program ended before it was ready.');
};

const KILOBYTES = 1_024;
const rssOf = (pid: number): number => {
  const [, kilobytes = ''] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / KILOBYTES;
};

const TICK_MS = 10;
/** User and system time stand behind the name, which may hold anything and ends with a bracket. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
};

/** What the image sets for the program, which holds for whatever is compared with it too. */
const imageEnv = (): Readonly<Record<string, string>> => {
  const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  return Object.fromEntries(
    [...image.matchAll(/^ENV (\w+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
};

const startProgram = async (args: readonly string[], isPinned: boolean): Promise<Running> => {
  const [command, given] = pinned(args, isPinned);
  const startedAt = performance.now();
  const env = { ...process.env, ...imageEnv() };
  const child = spawn(command, given, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const { messages } = await readyOf(child);
  return {
    messages,
    startedAt,
    rss: () => rssOf(child.pid ?? 0),
    collect: () => child.kill('SIGUSR2'),
    cpu: () => cpuOf(child.pid ?? 0),
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

/** As the program is built, and not as a test loads it. */
const PROGRAM = join(ROOT, 'dist', 'local', 'start.js');

/** What is started beside it: compiled as the bench is, and as the program is. */
const BARE = join(__dirname, '..', 'bare');

type Way = { readonly isPinned?: boolean; readonly collects?: boolean };

/** The bot over a database in another process, in a folder whose people are there already. */
export const startBot = (
  { folder, endpoint }: Place,
  { isPinned = false, collects = false }: Way = {},
): Promise<Running> => {
  const before = collects ? ['--expose-gc', '--require', join(BARE, 'collector.js')] : [];
  const options = ['--no-windows', '--port', '0', '--data', folder, '--database', endpoint];
  return startProgram([...before, PROGRAM, ...options], isPinned);
};

type Bare = { readonly isPinned?: boolean; readonly libraries?: readonly string[] };

export const startBare = ({ isPinned = false, libraries = [] }: Bare = {}): Promise<Running> =>
  startProgram([join(BARE, 'main.js'), ...libraries], isPinned);

export type Place = {
  readonly folder: string;
  readonly endpoint: string;
  readonly outside: Outside;
  readonly leave: () => Promise<void>;
};

/** A folder with a database beside it, ready for the bot. */
export const openPlace = async (): Promise<Place> => {
  const outside = await startOutside();
  const folder = mkdtempSync(join(tmpdir(), 'bench-place-'));
  const grounds = await openGrounds({}, folder);
  await grounds.player('koordinator-stedfortreder').installs();
  await grounds.close();
  const { endpoint } = await outside.open(folder);
  return {
    folder,
    endpoint,
    outside,
    leave: async () => {
      await outside.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
