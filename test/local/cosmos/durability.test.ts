import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openNotes } from './support';

const ENOUGH_LINES = 60;

/** Lets the writer acknowledge a while, then kills it where it stands. */
const killedWriter = async (file: string): Promise<readonly string[]> => {
  const writer = spawn(process.execPath, ['--import', 'tsx', require.resolve('./writer.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of writer.stdout) {
    printed += String(chunk);
    if (printed.split('\n').length > ENOUGH_LINES) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(writer.signalCode).toBe('SIGKILL');
  return printed.split('\n').slice(0, -1);
};

const idsOf = (lines: readonly string[], kind: string): string[] =>
  lines.filter(line => line.startsWith(`${kind} `)).map(line => line.slice(kind.length + 1));

describe('the file', () => {
  let folder: string;
  let opened: Awaited<ReturnType<typeof openEmbedded>>[];

  const open = async (file: string) => {
    const embedded = await openEmbedded({ file });
    opened.push(embedded);
    return embedded;
  };

  beforeEach(async () => {
    opened = [];
    folder = await mkdtemp(join(tmpdir(), 'embedded-cosmos-'));
  });

  afterEach(async () => {
    await Promise.all(opened.map(embedded => embedded.close()));
    await rm(folder, { recursive: true, force: true });
  });

  it('holds everything that was acknowledged when the process was killed, and no half batch', async () => {
    const file = join(folder, 'killed.sqlite');
    const lines = await killedWriter(file);
    const [database] = idsOf(lines, 'database');
    const embedded = await open(file);
    const notes = embedded.client.database(database ?? '').container('notes');

    const found = await notes.items.query<{ id: string; pk: string }>('SELECT c.id, c.pk FROM c').fetchAll();

    const stored = new Set(found.resources.map(({ id, pk }) => `${pk}/${id}`));
    expect(lines.length).toBeGreaterThanOrEqual(ENOUGH_LINES);
    expect(idsOf(lines, 'alone').filter(pk => !stored.has(`${pk}/alone`))).toEqual([]);
    expect(
      idsOf(lines, 'batch').filter(pk => !['x', 'y', 'z'].every(id => stored.has(`${pk}/${id}`))),
    ).toEqual([]);
    expect([...stored].filter(key => /\/[xyz]$/.test(key)).length % 3).toBe(0);
  }, 60_000);

  it('keeps everything over a restart: documents, ETags, definitions, and the session', async () => {
    const file = join(folder, 'kept.sqlite');
    const first = await open(file);
    const { database, notes } = await openNotes(first.client);
    const written = await notes.items.create({ id: 'kept', pk: 'a', type: 'note' });
    await opened.pop()?.close();

    const second = await open(file);
    const container = second.client.database(database.id).container('notes');
    const read = await container.item('kept', 'a').read();
    const next = await container.items.create({ id: 'next', pk: 'a' });
    const definition = await container.read();

    expect(read.resource).toEqual(written.resource);
    expect(next.headers['x-ms-session-token']).toBe('0:-1#2');
    expect(definition.resource?.defaultTtl).toBe(-1);
  });

  it('may be served by two at once: each sees what the other wrote, and writes wait in turn', async () => {
    const file = join(folder, 'shared.sqlite');
    const servers = await Promise.all([open(file), open(file)]);
    const [first, second] = servers;
    const { database, notes } = await openNotes(first.client);
    const same = second.client.database(database.id).container('notes');

    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? notes : same).items.create({ id: `x${String(n)}`, pk: 'a' }),
      ),
    );
    const seen = await Promise.all(
      [notes, same].map(each => each.items.query<number>('SELECT VALUE COUNT(1) FROM c').fetchAll()),
    );

    expect(seen.map(({ resources }) => resources)).toEqual([[20], [20]]);
  });
});
