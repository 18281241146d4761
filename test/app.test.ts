import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackGround } from '../src/local/ground';
import { openWorld } from '../src/local/world';
import { serve } from '../src/serve';
import { type Surroundings } from '../src/surroundings';
import { createActivities } from './fakes/connector-stub';
import { APP, type SigningPair, signingPair, signToken, startOpenId } from './teams/wire/channel-keys';

const SERVICE = 'http://127.0.0.1:9/';
/** Windows that no test outlives, however slow the machine is. */
const LONG = 3_600_000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

let channel: SigningPair;
beforeAll(async () => {
  channel = await signingPair('k1', ['msteams']);
});

/** The whole program, as it is joined, where everybody is asked who they are. */
const program = async (over: Pick<Surroundings, 'limits'> = {}) => {
  const openId = await startOpenId([channel.jwk]);
  closing.push(openId.close);
  const dataDir = mkdtempSync(join(tmpdir(), 'app-'));
  const options = { port: 0, dataDir, fresh: true, windows: false };
  const authentication = { kind: 'channel', appId: APP, metadataUrl: openId.url } as const;
  const world = await openWorld(
    options,
    { log: () => undefined },
    { ...loopbackGround(options), authentication, ...over },
  );
  closing.push(async () => {
    await world.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const server = await serve(world.app.router, { host: '127.0.0.1', port: 0, trustedProxies: 0 });
  closing.push(async () => {
    server.close().closeAllConnections();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  const tenantId = world.setup.people[0]?.identities[0]?.tenantId ?? '';
  return { url: `http://127.0.0.1:${String(port)}/api/messages`, tenantId };
};
type Program = Awaited<ReturnType<typeof program>>;

const presser =
  ({ url, tenantId }: Program) =>
  async (number = 1): Promise<{ readonly status: number; readonly text: string }> => {
    const activity = createActivities(SERVICE).execute(
      'open',
      {},
      {
        from: { id: `29:${String(number)}`, aadObjectId: `object-${String(number)}` },
        conversation: { id: 'a:chat', conversationType: 'personal', tenantId },
      },
    );
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await signToken({ key: channel.privateKey }, SERVICE)}`,
      },
      body: JSON.stringify(activity),
    });
    return { status: answer.status, text: await answer.text() };
  };

const TOO_FAST = '"code":"TooFast"';

describe('createApp', () => {
  it('T15 turns away an address that was refused too often, whatever it was refused for', async () => {
    const app = await program({ limits: { address: { count: 4, perMs: LONG }, person: [] } });
    const press = presser(app);
    const statusOf = async (method: string, path = ''): Promise<number> => {
      const body = method === 'POST' ? { body: '{}' } : {};
      const answer = await fetch(new URL(path, app.url), { method, ...body });
      return (await answer.text()) === '' ? answer.status : 0;
    };

    const good = [await press(), await press(), await press(), await press(), await press()];
    const refused = [
      await statusOf('POST'),
      await statusOf('OPTIONS'),
      await statusOf('OPTIONS', '/files/x'),
      await statusOf('GET', '/nothing'),
    ];
    const after = [await statusOf('POST'), (await press()).status, await statusOf('OPTIONS')];

    expect(good.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(refused).toEqual([400, 404, 404, 404]);
    expect(after).toEqual([429, 429, 429]);
  });

  it('T15 asks somebody who presses too fast to wait, on their card, and nobody else', async () => {
    const press = presser(await program({ limits: { person: [{ count: 2, perMs: LONG }] } }));

    const answers = [await press(), await press(), await press(), await press(2)];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ text }) => text.includes(TOO_FAST))).toEqual([false, false, true, false]);
  });

  it('T15 limits where nothing is said of limits', async () => {
    const press = presser(await program());

    const answers = await Promise.all(Array.from({ length: 130 }, () => press()));

    const tooFast = answers.filter(({ text }) => text.includes(TOO_FAST));
    expect(tooFast.length).toBeGreaterThan(0);
    expect(tooFast.length).toBeLessThan(130);
  });
});
