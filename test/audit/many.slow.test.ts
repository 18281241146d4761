import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contend } from './contention';
import { verifyMany, writeMany } from './many';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

describe('verifying a million events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-million-'));
  const file = join(folder, 'events.ndjson');
  let making = 0;
  beforeAll(async () => {
    const before = process.cpuUsage();
    await writeMany(file, { chains: 1_000, each: 1_000 });
    const { user, system } = process.cpuUsage(before);
    making = (user + system) / 1_000_000;
  }, 600_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('costs no more than twice what making them did, and tells how long it took', async () => {
    const { verdict, seconds, busy } = await verifyMany(file);

    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    const figures = `${seconds.toFixed(1)} s (processor ${busy.toFixed(1)} s), ${memory.toString()} MB`;
    say(`${verdict.checked.events.toString()} events verified in ${figures}; made in ${making.toFixed(1)} s`);
    expect(verdict.wrong).toBeUndefined();
    expect(verdict.checked.events).toBe(1_000_000);
    expect(busy).toBeLessThanOrEqual(2 * making);
  }, 600_000);
});

describe('twenty readers and two writers on one case', () => {
  it('need 1.1 tries a read at the most', async () => {
    const { reads, tries, events } = await contend(50);

    say(`${reads.toString()} reads in ${tries.toString()} tries: ${(tries / reads).toFixed(3)} a read`);
    expect(tries / reads).toBeLessThanOrEqual(1.1);
    expect(events).toBe(2 + 2 * 50);
  }, 600_000);
});
