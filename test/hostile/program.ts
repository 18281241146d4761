import { readOptions } from '../../src/local/options';
import { openWorld } from '../../src/local/world';
import { serve } from '../../src/serve';
import { z } from 'zod';

const counted = { rejections: 0, exceptions: 0 };
process.on('unhandledRejection', () => {
  counted.rejections += 1;
});
process.on('uncaughtException', () => {
  counted.exceptions += 1;
});

const Listening = z.object({ port: z.number() });
const Asked = z.object({ id: z.number(), what: z.string() });
type Figures = typeof counted & { readonly heap: number; readonly rss: number; readonly cpu: number };

const figures = (): Figures => {
  globalThis.gc?.();
  const { heapUsed: heap, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { ...counted, heap, rss, cpu: (user + system) / 1e6 };
};

/** The real program in a process of its own, over a database in another; what is due is sent only when it is asked to. */
const start = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const world = await openWorld(options);
  const server = await serve(world.app.router, { host: '127.0.0.1', port: 0, trustedProxies: 1 });
  const { port } = Listening.parse(server.address());
  world.listensAt(`http://127.0.0.1:${String(port)}`);
  const answers: Readonly<Record<string, () => unknown>> = {
    figures,
    tick: () => world.app.dispatcher.tick(),
  };
  process.on('message', (message: unknown) => {
    const { id, what } = Asked.parse(message);
    void (async () => {
      process.send?.({ id, answer: await answers[what]?.() });
    })();
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ id: 0, answer: { port } });
};

void start();
