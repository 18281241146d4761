import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { during } from '../src/doing';
import { kindOf } from '../src/quiet';
import { CONTAINERS } from '../src/storage/containers';
import { storageFault } from '../src/storage/faults';

const CHILD = join(__dirname, 'quiet-child.ts');

const run = async (end: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, end], {
    env: { ...process.env, AZURE_LOG_LEVEL: 'verbose' },
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const lines = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { code: child.exitCode, out, err, lines };
};

describe('beQuiet', () => {
  it('T25 lets nothing out but the log’s own lines, however a library prints', async () => {
    const { code, out, err, lines } = await run('warned');

    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('Kanari');
    const silenced = lines.filter(({ event }) => event === 'console-silenced').map(({ name }) => name);
    expect(silenced).toEqual(
      expect.arrayContaining(['log', 'info', 'warn', 'error', 'debug', 'trace', 'stdout', 'stderr']),
    );
    expect(lines.filter(({ event }) => event === 'process-warned').map(({ name }) => name)).toEqual([
      'Warning',
      'DeprecationWarning',
    ]);
    expect(lines).toContainEqual(expect.objectContaining({ event: 'ready', port: 1 }));
  }, 30_000);

  it.each([
    ['thrown', { kind: 'uncaughtException', fault: 'TypeError', reason: '' }],
    ['rejected', { kind: 'unhandledRejection', fault: 'Error', reason: 'ECONNRESET' }],
  ])(
    'T25 ends with 1 when a fault was %s and nobody caught it, without a word of it',
    async (end, told) => {
      const { code, out, err, lines } = await run(end);

      expect([code, err]).toEqual([1, '']);
      expect(out).not.toContain('Kanari');
      expect(lines.at(-1)).toMatchObject({ event: 'uncaught-fault', level: 50, ...told });
    },
    30_000,
  );
});

/** As a deadline that passed: its code is a number that is no status. */
const late = Object.assign(new Error('Kanari'), { name: 'TimeoutError', code: 23 });

describe('kindOf', () => {
  it('tells the name and the code of a fault, and never a code that is words', () => {
    expect(kindOf(Object.assign(new RangeError('Kanari'), { code: 'EADDRINUSE' }))).toEqual({
      fault: 'RangeError',
      reason: 'EADDRINUSE',
    });
    expect(kindOf(Object.assign(new Error(), { code: 'Kari Nordmann' })).reason).toBe('');
    expect(kindOf('Kanari')).toEqual({ fault: 'string', reason: '' });
  });

  it('tells a status, and nothing that is no status', () => {
    expect(kindOf(storageFault('read keys', 403))).toMatchObject({ fault: 'StorageFault', reason: '403' });
    expect(kindOf(Object.assign(new Error(), { code: 17_912_099_997 })).reason).toBe('');
    expect(kindOf(late)).toEqual({ fault: 'TimeoutError', reason: '' });
  });

  it.each(['read keys', 'query work', 'finding the key', 'getting a token', 'listening'])(
    'tells that it was %s',
    doing => {
      expect(kindOf(Object.assign(new Error('Kanari'), { doing })).doing).toBe(doing);
    },
  );

  it('knows what was done to every container', () => {
    const doings = Object.values(CONTAINERS).map(({ id }) => `read ${id}`);

    expect(doings.map(doing => kindOf(storageFault(doing)).doing)).toEqual(doings);
  });

  it('T25 tells no doing that is not on its list', () => {
    expect(kindOf(Object.assign(new Error(), { doing: 'Kari Nordmann' }))).not.toHaveProperty('doing');
    expect(kindOf(storageFault('read kanari', 403))).not.toHaveProperty('doing');
  });

  it('tells the step where the fault itself knows no better', async () => {
    const failing = (fault: Error) =>
      during('opening the keys', () => Promise.reject(fault)).catch((thrown: unknown) => kindOf(thrown));

    expect(await failing(late)).toEqual({
      ...{ fault: 'TimeoutError', reason: '', doing: 'opening the keys' },
    });
    expect(await failing(storageFault('finding the key', 403))).toEqual({
      ...{ fault: 'StorageFault', reason: '403', doing: 'finding the key' },
    });
  });
});
