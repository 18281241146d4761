import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { savedOffset } from '../../src/local/clock';
import { type EmbeddedCosmos, startEmbeddedCosmos } from '../../src/local/cosmos/server';

const ROOT = join(__dirname, '..', '..');
const PROGRAM = join(ROOT, 'dist', 'local', 'start.js');
const Ready = z.looseObject({
  ready: z.literal(true),
  url: z.string(),
  messages: z.string(),
  channel: z.object({ teamId: z.string(), channelId: z.string() }),
});
export type Ready = z.infer<typeof Ready>;

/** The real program in a process of its own. */
export type Bot = {
  /** Undefined when it was ended before it was ready. */
  readonly ready: Promise<Ready | undefined>;
  /** Kill −9; answers when it is gone. */
  readonly kill: () => Promise<void>;
};

const readyIn = (output: string): Ready | undefined => {
  const line = output.split('\n').find(text => text.startsWith('{"ready":true') && text.endsWith('}'));
  return line === undefined ? undefined : Ready.parse(JSON.parse(line));
};

const readiness = (child: ChildProcess): Promise<Ready | undefined> =>
  new Promise(resolve => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const ready = readyIn(output);
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', () => {
      resolve(undefined);
    });
  });

const startBot = (args: readonly string[]): Bot => {
  const child = spawn(process.execPath, [PROGRAM, '--no-windows', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  return {
    ready: readiness(child),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};

/** The database of one folder, which outlives the bot; or dies with it. */
export type Estate = {
  /** `together`: bot and database in one process, so that both are ended by one blow. */
  readonly start: (together: boolean) => Promise<Bot>;
  readonly database: () => EmbeddedCosmos;
  /** Opens the database again when it died with the bot. */
  readonly restore: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const openEstate = async (folder: string, startAt: string): Promise<Estate> => {
  const clock = join(folder, 'clock');
  const now = (): number => Date.now() + savedOffset(clock);
  const open = (): Promise<EmbeddedCosmos> =>
    startEmbeddedCosmos({ file: join(folder, 'cosmos.sqlite'), now });
  const state: { cosmos: EmbeddedCosmos | undefined; begun: boolean } = { cosmos: undefined, begun: false };
  const restore = async (): Promise<void> => {
    state.cosmos ??= await open();
  };
  const close = async (): Promise<void> => {
    await state.cosmos?.close();
    state.cosmos = undefined;
  };
  const apart = async (): Promise<readonly string[]> => {
    await restore();
    process.env['DATABASE_KEY'] = state.cosmos?.key ?? '';
    return ['--database', state.cosmos?.endpoint ?? ''];
  };
  await restore();
  return {
    restore,
    close,
    start: async together => {
      if (together) await close();
      const begin = state.begun ? [] : ['--now', startAt];
      state.begun = true;
      return startBot(['--port', '0', '--data', folder, ...begin, ...(together ? [] : await apart())]);
    },
    database: () => {
      if (state.cosmos === undefined) throw new Error('The database is closed.');
      return state.cosmos;
    },
  };
};
