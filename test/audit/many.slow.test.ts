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
  beforeAll(() => writeMany(file, { chains: 1_000, each: 1_000 }), 600_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes a minute at the most', async () => {
    const { verdict, seconds, busy } = await verifyMany(file);

    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    const figures = `${seconds.toFixed(1)} s (processor ${busy.toFixed(1)} s), ${memory.toString()} MB`;
    say(`${verdict.checked.events.toString()} events verified in ${figures}`);
    expect(verdict.wrong).toBeUndefined();
    expect(verdict.checked.events).toBe(1_000_000);
    expect(seconds).toBeLessThanOrEqual(60);
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
