import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const Counts = z.object({
  /** By kind and container. */
  requests: z.record(z.string(), z.number()),
  /** Messages that stand somewhere, and how many of them are different. */
  sent: z.number(),
  distinct: z.number(),
});
export type Counts = z.infer<typeof Counts>;
const Opened = z.object({ endpoint: z.string(), key: z.string() });
type Opened = z.infer<typeof Opened>;

/** Database and Teams in a process of their own, so that the bot has its own to itself. */
export type Outside = {
  /** Teams' end of the line. */
  readonly url: string;
  /** Opens the database of a folder, and lets whoever opens a world next find its key. */
  readonly open: (folder: string) => Promise<Opened>;
  readonly counts: () => Promise<Counts>;
  readonly close: () => Promise<void>;
};

const heard = async (child: ChildProcess): Promise<unknown> => {
  const heardNow: readonly unknown[] = await once(child, 'message');
  return heardNow[0];
};

const asking = async (child: ChildProcess, asked: object): Promise<unknown> => {
  const answer = heard(child);
  child.send(asked);
  return answer;
};

export const startOutside = async (): Promise<Outside> => {
  const child = spawn(process.execPath, [join(__dirname, 'main.js')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { url } = z.object({ url: z.string() }).parse(await heard(child));
  return {
    url,
    open: async folder => {
      const opened = Opened.parse(await asking(child, { do: 'open', folder }));
      process.env['DATABASE_KEY'] = opened.key;
      return opened;
    },
    counts: async () => Counts.parse(await asking(child, { do: 'count' })),
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};
