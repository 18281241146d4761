import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { verifyLocal } from '../../src/local/verify-local';
import { openWorld } from '../../src/local/world';
import { aFact } from '../builders/outbox';
import { soon, there } from '../storage/given';

const folder = mkdtempSync(join(tmpdir(), 'sent-ute-verify-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const said: string[] = [];
const verify = (code?: string): Promise<boolean> =>
  verifyLocal(folder, { code, say: text => said.push(text) });

describe('verifyLocal (T26)', () => {
  it('says when there is no world to verify', async () => {
    await expect(
      verifyLocal(join(folder, 'none'), { code: undefined, say: () => undefined }),
    ).rejects.toThrow('There is no local world');
  });

  it('holds beside a world that runs, after it was stopped, and until somebody edits it', async () => {
    const options = { port: 0, dataDir: folder, fresh: false, windows: false };
    const world = await openWorld(options, { log: () => undefined });
    await world.app.dispatcher.tick();
    const { people } = world.app.world;
    const by = there((await people.all(soon()))[0]);
    await people.recordLookup({ by: there(await people.load(by.id, soon())), fact: aFact() }, soon());

    expect(await verify()).toBe(true);
    expect(said.at(-1)).toMatch(/1 event no anchor has seen yet/);

    await world.close();
    expect(await verify()).toBe(true);
    expect(said.at(-1)).toMatch(/no event is younger than what anchors have seen/);

    const database = new Database(join(folder, 'cosmos.sqlite'));
    const [table] = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'documents%'")
      .all() as readonly { readonly name: string }[];
    database.exec(
      `UPDATE ${there(table).name} SET body = replace(body, '"roles":["admin"]', '"roles":["member"]') WHERE pk LIKE '%person:%'`,
    );
    database.close();

    expect(await verify()).toBe(false);
    expect(said.at(-1)).toMatch(/WRONG: person:[a-z-]+, event \d+/);
  });
});
