import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { savedOffset } from '../../src/local/clock';
import { startEmbeddedCosmos } from '../../src/local/cosmos/server';
import { openStage, type Stage } from '../../src/local/demo/stage';
import { readStored, type Stored } from './stored';

const Answer = z.object({ id: z.number(), answer: z.unknown() });
const Port = z.object({ port: z.number() });
const Figures = z.object({
  rejections: z.number(),
  exceptions: z.number(),
  heap: z.number(),
  rss: z.number(),
  cpu: z.number(),
});
export type Figures = z.infer<typeof Figures>;

/** The program under attack, and what it can be asked beside the attack. */
export type Program = {
  readonly port: number;
  readonly isAlive: () => boolean;
  /** Its memory after the garbage was collected, and what nobody caught. */
  readonly figures: () => Promise<Figures>;
  /** Sends everything that is due. */
  readonly tick: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** A world of its own: the database here, the program in a process of its own. */
export type House = {
  /** The world in this process, to bring it as far as it has to be; then it is closed. */
  readonly prepare: <T>(work: (stage: Stage) => Promise<T>) => Promise<T>;
  readonly start: (onWritten: (text: string) => void) => Promise<Program>;
  readonly stored: () => Promise<Stored>;
  readonly leave: () => Promise<void>;
};

const MONDAY = '2026-11-23T08:00:00Z';
const PROGRAM = join(__dirname, 'program.ts');

const asking = (child: ChildProcess) => {
  const waiting = new Map<number, (answer: unknown) => void>();
  let last = 0;
  child.on('message', message => {
    const { id, answer } = Answer.parse(message);
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const awaited = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      child.once('exit', () => {
        reject(new Error('The program ended.'));
      });
    });
  return {
    ready: awaited(0),
    ask: (what: string): Promise<unknown> => {
      last += 1;
      const answer = awaited(last);
      child.send({ id: last, what });
      return answer;
    },
  };
};

const startProgram = async (args: readonly string[], onWritten: (text: string) => void): Promise<Program> => {
  const execArgv = ['--import', 'tsx', '--expose-gc'];
  const child = fork(PROGRAM, args, { execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.setMaxListeners(0);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      onWritten(chunk.toString('utf8'));
    });
  const { ready, ask } = asking(child);
  const { port } = Port.parse(await ready);
  return {
    port,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    figures: async () => Figures.parse(await ask('figures')),
    tick: async () => {
      await ask('tick');
    },
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

export const openHouse = async (): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const now = (): number => Date.now() + savedOffset(join(folder, 'clock'));
  const cosmos = await startEmbeddedCosmos({ file: join(folder, 'cosmos.sqlite'), now });
  process.env['DATABASE_KEY'] = cosmos.key;
  return {
    prepare: async work => {
      const options = { port: 0, dataDir: folder, fresh: false, windows: false, startAt: MONDAY };
      const stage = await openStage({ ...options, database: cosmos.endpoint }, { log: () => undefined });
      try {
        return await work(stage);
      } finally {
        await stage.close();
      }
    },
    start: onWritten =>
      startProgram(['--port', '0', '--data', folder, '--database', cosmos.endpoint], onWritten),
    stored: () => readStored(cosmos),
    leave: async () => {
      await cosmos.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
