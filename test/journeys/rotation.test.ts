import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { opened } from '../authenticated/opened';
import { type Company, documents, gather, MONDAY, opens, refer, type Sent, words } from './company';

const ROOT = join(__dirname, '..', '..');
const run = promisify(execFile);

/** `npm run keys:rotate -- …`, in a process of its own. */
const rotate = async (...args: readonly string[]): Promise<string> => {
  const script = ['--import', 'tsx', join(ROOT, 'src', 'local', 'rotate-keys.ts')];
  return (await run(process.execPath, [...script, ...args], { cwd: ROOT })).stdout;
};

const Keys = z.looseObject({ caseKey: z.string() });

let company: Company;
let sent: Sent;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator']);
  sent = await refer(company, { values: { words: 'Mine egne ord' } });
});
afterAll(() => company.leave());

const wrapped = async (): Promise<readonly string[]> => {
  const keys = company.world.database.container('keys');
  const { resources } = await keys.items.query<unknown>('SELECT * FROM c').fetchAll();
  return resources.map(document => Keys.parse(document).caseKey);
};
const seenByAuthor = async (): Promise<string> => words(await opens(company, 'innmelder-mo', sent));

describe('T26 keys:rotate beside a running bot', () => {
  it('wraps every key under a new one, and leaves the content as it lies', async () => {
    const [before, content] = [await wrapped(), JSON.stringify(await documents(company, 'case'))];

    const told = await rotate('--data', company.dataDir, '--new-key');

    expect(told).toContain(`${before.length.toString()} of ${before.length.toString()} keys`);
    expect((await wrapped()).filter(text => !text.startsWith('local-2.'))).toEqual([]);
    expect(JSON.stringify(await documents(company, 'case'))).toBe(content);
  });

  it('lets the bot go on: it reads what was wrapped before, and seals under the new key', async () => {
    expect(await seenByAuthor()).toContain('Mine egne ord');

    await refer(company, { values: { words: 'Skrevet etterpå' } });

    expect((await wrapped()).filter(text => !text.startsWith('local-2.'))).toEqual([]);
  });

  it('does nothing when it is run again', async () => {
    const before = await wrapped();

    expect(await rotate('--data', company.dataDir)).toMatch(/^0 of \d+ keys/);
    expect(await wrapped()).toEqual(before);
  });

  it('is read after a restart', async () => {
    const { dataDir } = company;
    const again = await opened(
      { port: 0, dataDir, fresh: false, windows: false, startAt: MONDAY },
      { log: () => undefined },
    );

    expect(words(await opens(again, 'innmelder-mo', sent))).toContain('Mine egne ord');
    await again.close();
  });

  it('says so when there is no world in the folder, and makes none', async () => {
    await expect(rotate('--data', join(company.dataDir, 'nowhere'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no local world') as string,
    });
  });
});
