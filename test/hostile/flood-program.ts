import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { loopbackGround } from '../../src/local/ground';
import { openWorld } from '../../src/local/world';
import { serve } from '../../src/serve';

const Listening = z.object({ port: z.number() });

/** After all that can be let go has been; twice, for what only the first round set free. */
const heap = async (): Promise<number> => {
  globalThis.gc?.();
  await turn();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/**
 * The program with authentication on and the usual limits, behind one proxy, over a database of its own. Tells its port,
 * and then, whenever it is asked, how much it holds.
 */
const start = async (appId: string, metadataUrl: string, dataDir: string): Promise<void> => {
  const options = { port: 0, dataDir, fresh: false, windows: false };
  const authentication = { kind: 'channel', appId, metadataUrl } as const;
  const world = await openWorld(options, {}, { ...loopbackGround(options), authentication });
  const server = await serve(world.app.router, { host: '127.0.0.1', port: 0, trustedProxies: 1 });
  world.app.dispatcher.start();
  process.on('message', () => {
    void heap().then(bytes => process.send?.({ bytes }));
  });
  process.on('disconnect', () => process.exit());
  process.send?.(Listening.parse(server.address()));
};

const [appId = '', metadataUrl = '', dataDir = ''] = process.argv.slice(2);
void start(appId, metadataUrl, dataDir);
