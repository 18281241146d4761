import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

const Ready = z.looseObject({
  ready: z.literal(true),
  url: z.string(),
  messages: z.string(),
  channel: z.object({ teamId: z.string(), channelId: z.string() }),
});

/** The bot in a process of its own. */
export type BotProcess = {
  readonly ready: z.infer<typeof Ready>;
  /** From the process's start to its ready line. */
  readonly readyMs: number;
  /** Everything it has written so far, to either stream. */
  readonly output: () => string;
  /** Ends it, by asking or by force, and answers when it is gone. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const LONGEST_START_MS = 30_000;
const LOOK_MS = 5;

const readyIn = (output: string): z.infer<typeof Ready> | undefined => {
  const line = output.split('\n').find(text => text.startsWith('{"ready":true') && text.endsWith('}'));
  return line === undefined ? undefined : Ready.parse(JSON.parse(line));
};

const end = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

/** Resolves when something stands at `find`; rejects when the process is gone or too slow. */
const awaited = async <T>(child: ChildProcess, find: () => T | undefined): Promise<T> => {
  const started = performance.now();
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`The bot ended with ${String(child.exitCode)}.`);
    if (performance.now() - started > LONGEST_START_MS) throw new Error('The bot did not become ready.');
    await new Promise(resolve => setTimeout(resolve, LOOK_MS));
  }
};

/** Starts the local world without windows: `program` is what node is given, `args` what the program is given. */
export const startBot = async (program: readonly string[], args: readonly string[]): Promise<BotProcess> => {
  const started = performance.now();
  const child = spawn(process.execPath, [...program, '--no-windows', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  const keep = (chunk: Buffer): number => written.push(chunk.toString('utf8'));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const output = (): string => written.join('');
  try {
    const ready = await awaited(child, () => readyIn(output()));
    const readyMs = performance.now() - started;
    return { ready, readyMs, output, end: signal => end(child, signal) };
  } catch (fault) {
    await end(child, 'SIGKILL');
    throw new Error(`${fault instanceof Error ? fault.message : ''}\n${output()}`, { cause: fault });
  }
};
