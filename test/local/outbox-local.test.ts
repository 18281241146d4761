import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localOutbox } from '../../src/local/outbox-local';
import { openWorld } from '../../src/local/world';
import { anEntry } from '../builders/outbox';
import { instant, meetingId } from '../builders/ids';
import { soon, there } from '../storage/given';

const folder = mkdtempSync(join(tmpdir(), 'sent-ute-outbox-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const show = async (over: object = {}, at = folder): Promise<unknown> => {
  const said: string[] = [];
  const asking = { json: true, retry: undefined, say: (text: string) => void said.push(text), ...over };
  const moved = await localOutbox(at, asking);
  return { moved, ...(JSON.parse(said.join('')) as object) };
};

describe('localOutbox', () => {
  it('says when there is no world', async () => {
    await expect(show({}, join(folder, 'none'))).rejects.toThrow('There is no local world');
  });

  it('shows a world that runs, sends a dead letter again beside it, and shows it when it has stopped', async () => {
    const options = { port: 0, dataDir: folder, fresh: false, windows: false };
    const world = await openWorld(options, { log: () => undefined });
    const { outbox } = world.app.world;
    await world.app.dispatcher.tick();
    await outbox.add(
      { meetingId: meetingId() },
      anEntry({ errand: { kind: 'post-agenda', meetingId: meetingId() }, at: instant('2026-01-01T00:00') }),
      soon(),
    );
    const [file] = await outbox.due(world.clock.instant(), 10, soon());
    await outbox.settle(there(file), 'dead', soon());

    const { leader } = await outbox.counts(world.clock.instant(), soon());
    const dead = await show();
    const retried = await show({ retry: anEntry().id });
    await world.close();
    const stopped = await show();

    expect(dead).toMatchObject({ moved: true, dead: 1, due: 0, epoch: 1, leader: there(leader) });
    expect(retried).toMatchObject({ moved: true, dead: 0, due: 1, deadLetters: [] });
    expect(stopped).toMatchObject({ moved: true, due: 1, epoch: 1 });
    expect(stopped).not.toHaveProperty('leader');
  });
});
