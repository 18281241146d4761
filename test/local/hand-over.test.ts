import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalWorld, openWorld } from '../../src/local/world';
import { soon } from '../storage/given';
import { type Listening, listen } from './windows/server';

type Replica = { readonly world: LocalWorld; readonly web: Listening; readonly down: (is: boolean) => void };

const folder = mkdtempSync(join(tmpdir(), 'sent-ute-hand-over-'));
const replicas: Replica[] = [];
afterAll(async () => {
  for (const { world, web } of replicas) {
    await web.close();
    await world.close();
  }
  rmSync(folder, { recursive: true });
});

/** The whole program over one database, in the same process as the other. */
const replica = async (): Promise<Replica> => {
  const state = { down: false };
  const options = { port: 0, dataDir: folder, fresh: false, windows: false };
  const world = await openWorld(options, {
    log: () => undefined,
    fault: () => Promise.resolve(state.down ? { kind: 'answer', status: 503 } : undefined),
  });
  const web = await listen(app => app.use(world.app.router));
  const one = { world, web, down: (is: boolean) => void (state.down = is) };
  replicas.push(one);
  return one;
};
const ready = async ({ web }: Replica): Promise<number> => (await fetch(`${web.url}/readyz`)).status;
const counts = ({ world }: Replica) => world.app.world.outbox.counts(world.clock.instant(), soon());

describe('a replica that stops', () => {
  it('is not ready from that moment, hands over, and the standby leads at once', async () => {
    const [leader, standby] = [await replica(), await replica()];
    await leader.world.app.dispatcher.tick();
    await standby.world.app.dispatcher.tick();
    const before = await counts(standby);
    const bothReady = [await ready(leader), await ready(standby)];

    const stopping = leader.world.app.stop();
    const whileStopping = await ready(leader);
    await stopping;
    const between = await counts(standby);
    await standby.world.app.dispatcher.tick();
    const after = await counts(standby);

    expect(bothReady).toEqual([200, 200]);
    expect([whileStopping, await ready(standby)]).toEqual([503, 200]);
    expect(between).not.toHaveProperty('leader');
    expect([before.epoch, after.epoch]).toEqual([1, 2]);
    expect(after.leader).not.toBe(before.leader);
    expect(after.leader).toEqual(expect.any(String));
  });

  it('lives on without its database, but is not ready', async () => {
    const one = await replica();
    one.down(true);

    const answers = [await ready(one), (await fetch(`${one.web.url}/healthz`)).status];
    one.down(false);

    expect(answers).toEqual([503, 200]);
  });

  it('lets nobody past the guard because of these doors', async () => {
    const { web } = replicas[0] ?? (await replica());

    const statuses = await Promise.all(
      ['/api/messages', '/api/messages?/healthz', '/healthz/../api/messages'].map(
        async path => (await fetch(`${web.url}${path}`, { method: 'POST', body: '{}' })).status,
      ),
    );

    expect(statuses.every(status => status >= 400 && status < 500)).toBe(true);
  });
});
