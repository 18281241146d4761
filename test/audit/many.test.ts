import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contend } from './contention';
import { verifyMany, writeMany } from './many';

describe('verifying many events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-many-'));
  const file = join(folder, 'events.ndjson');
  beforeAll(() => writeMany(file, { chains: 10, each: 200 }));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('holds a chain at a time, and finds the one that is wrong', async () => {
    expect((await verifyMany(file)).verdict).toMatchObject({ checked: { events: 2_000, chains: 10 } });

    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(
      file,
      lines.map((line, at) => (at === 1_234 ? line.replace('true', 'false') : line)).join('\n'),
    );

    expect((await verifyMany(file)).verdict.wrong).toMatch(/^case:6, event 35: it was changed/);
  });
});

describe('twenty readers and two writers on one case', () => {
  it('wait for nobody but themselves', async () => {
    const { reads, tries, events } = await contend(2);

    expect(tries / reads).toBeLessThanOrEqual(1.1);
    expect(events).toBe(2 + 2 * 2);
  });
});
