import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { instantOf } from '../../src/domain/time';
import { type WireRequest } from '../../src/local/cosmos/wire';
import { LOCAL_DATABASE } from '../../src/local/database';
import { playerFor } from '../../src/local/demo/player';
import { type Scene } from '../../src/local/demo/scene';
import { openStage, type Stage } from '../../src/local/demo/stage';
import { ANCHORS_FILE } from '../../src/local/world';
import { fileAnchors } from '../../src/storage/anchors/file-anchors';
import { verifyAudit } from '../../src/storage/audit/verify-audit';
import { connect } from '../../src/storage/client';
import { localSecrets } from '../../src/storage/sealing/local-key-file';
import { MONDAY, opens, refer, stateOf, words } from '../journeys/company';
import { signingPair } from '../teams/wire/channel-keys';
import { type OpenFront, openFront, PROGRAM, VERIFIER } from './front';

type House = {
  readonly front: OpenFront;
  readonly stage: Stage;
  readonly folder: string;
  /** Everything the program has asked the database for. */
  readonly asked: () => readonly WireRequest[];
  readonly logged: () => readonly string[];
};

/** For so long at the most a new key is not asked for. */
const PAUSE_MS = 30_000;

const closing: (() => Promise<void>)[] = [];
const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0).toReversed()) await close();
};
afterEach(closeAll);

const begin = async (wanted: Parameters<typeof openFront>[0] = {}): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'front-'));
  const asked: WireRequest[] = [];
  const logged: string[] = [];
  const front = await openFront(wanted);
  closing.push(async () => {
    await front.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const options = { port: 0, dataDir: folder, fresh: true, windows: false, startAt: MONDAY };
  const watcher = {
    observe: (request: WireRequest) => asked.push(request),
    log: (event: string) => logged.push(event),
  };
  const stage = await openStage(options, watcher, front);
  closing.push(stage.close);
  return { front, stage, folder, asked: () => [...asked], logged: () => logged };
};

const said = (fault: unknown): string => (fault instanceof Error ? fault.message : '');

/** The coordinator, whose client signs in another way. */
const coordinatorIn = ({ world }: Stage, scene: Scene) => {
  const person = world.setup.people.find(({ id }) => id === 'koordinator');
  if (person === undefined) throw new Error('There is no coordinator.');
  return playerFor(scene, person);
};

/** A process's first turn loads and compiles everything, and on a busy machine may last longer than a turn has. */
beforeAll(async () => {
  const { stage } = await begin();
  await refer(stage).catch(() => undefined);
  await closeAll();
});

describe('a world with authentication on', () => {
  it('T14 answers a press without the channel’s token for this address with 401, and takes no turn', async () => {
    const { front, stage, asked } = await begin();
    const sent = await refer(stage, { by: 'innmelder-mo' });
    const { signs: _none, ...unsigned } = stage.scene;
    const forger = await signingPair('channel-1', ['msteams']);
    const forging = await openFront();
    closing.push(forging.close);
    forging.signWith(forger);
    const ways: readonly Scene[] = [
      unsigned,
      { ...unsigned, signs: (_url, at) => front.signs('https://127.0.0.1:1/', at) },
      { ...unsigned, signs: forging.signs },
      { ...unsigned, signs: async (url, at) => `${await front.signs(url, at)}x` },
    ];
    const [before, heard] = [asked().length, stage.connector.outgoing().length];

    const answers = [];
    for (const scene of ways)
      answers.push(
        await coordinatorIn(stage, scene)
          .sends('mark-ready', { caseId: sent.caseId, nonce: 'n' })
          .then(words, said),
      );

    expect(answers).toEqual(ways.map(() => 'The bot answered 401.'));
    expect([asked().length, stage.connector.outgoing().length]).toEqual([before, heard]);
    expect(await stateOf(stage, sent.caseId)).toBe('submitted');
  });

  it('is not heard by Teams without a token of its own', async () => {
    const { stage } = await begin();
    const url = `${stage.connector.url}v3/conversations/a:somebody/activities`;
    const body = JSON.stringify({ type: 'message', text: 'forged' });

    const { status } = await fetch(url, { method: 'POST', body });

    expect(status).toBe(401);
    expect(stage.connector.standingIn('a:somebody')).toEqual([]);
  });

  it('goes on when the channel signs with a new key', async () => {
    const { front, stage } = await begin();
    const sent = await refer(stage);
    const next = await signingPair('channel-2', ['msteams']);
    front.signWith(next);
    const early = await opens(stage, 'koordinator', sent).then(words, said);

    front.publish([next.jwk]);
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + PAUSE_MS);
    const view = await opens(stage, 'koordinator', sent);

    expect(early).toBe('The bot answered 401.');
    expect(words(view)).toContain(sent.code);
  });
});

describe('the database of a world with authentication on', () => {
  it('gives the program a new token when the last has expired, in the middle of its work', async () => {
    const { front, stage } = await begin({ lifetimeMs: 3_000 });
    const sent = await refer(stage);
    const before = front.tenant.given(PROGRAM);

    await wait(3_500);
    const view = await opens(stage, 'koordinator', sent);

    expect(words(view)).toContain(sent.code);
    expect(front.tenant.given(PROGRAM)).toBeGreaterThan(before);
  });

  it('keeps a program without a role from starting, which says why', async () => {
    await expect(begin({ role: null })).rejects.toThrow(/storage failed: \w+ \w+ \(403\)/);
  });

  it('keeps a program that may only read from starting', async () => {
    await expect(begin({ role: 'reader' })).rejects.toThrow(/storage failed: create \w+ \(403\)/);
  });

  it('takes a program that loses its role out of service, and lets it back', async () => {
    const { front, stage, logged } = await begin();
    const sent = await refer(stage);
    const ready = async (): Promise<number> => {
      await wait(2_100);
      return (await fetch(`${stage.url}/readyz`)).status;
    };

    front.assign(null);
    const refused = await opens(stage, 'koordinator', sent).catch(() => undefined);
    const without = await ready();
    front.assign('contributor');
    const view = await opens(stage, 'koordinator', sent);

    expect([without, await ready()]).toEqual([503, 200]);
    expect(JSON.stringify(refused ?? '')).not.toContain(sent.code);
    expect(words(view)).toContain(sent.code);
    expect(logged()).toContain('turn-failed');
  });

  it('lets the verifier of the audit read everything, and change nothing', async () => {
    const { front, stage, folder } = await begin();
    const { caseId } = await refer(stage);
    const endpoint = await stage.world.database.client.getWriteEndpoint();
    const client = connect({ endpoint, aadCredentials: front.tenant.identity(VERIFIER) });
    closing.push(() => {
      client.dispose();
      return Promise.resolve();
    });
    const secrets = localSecrets(join(folder, 'key'));
    const anchors = fileAnchors(join(folder, ANCHORS_FILE));
    const now = instantOf(stage.world.clock.now());

    const verdict = await verifyAudit({ client, database: LOCAL_DATABASE, secrets, anchors, now }, undefined);
    const writing = client.database(LOCAL_DATABASE).container('work').item(caseId, caseId).delete();

    expect(verdict.wrong).toBeUndefined();
    await expect(writing).rejects.toMatchObject({ code: 403 });
  });
});
