import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { createLog, type Kept, levelOf } from '../src/log';

const aLog = () => {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const stream = {
    write: (line: string) => {
      lines.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
    },
  };
  return { lines, log: createLog(pino({ base: null }, stream)) };
};

describe('createLog', () => {
  it('writes a line with the event and the fields that may be written', () => {
    const { lines, log } = aLog();

    log('turn-failed', { correlation: 'abc', verb: 'open-case', attempts: 3, late: true });
    log('start-failed', { doing: 'read keys' });

    expect(lines).toEqual([
      {
        level: 50,
        time: expect.any(Number) as number,
        event: 'turn-failed',
        correlation: 'abc',
        verb: 'open-case',
        attempts: 3,
      },
      expect.objectContaining({ event: 'start-failed', doing: 'read keys' }),
    ]);
  });

  it.each([
    'text',
    'words',
    'message',
    'err',
    'stack',
    'caseId',
    'code',
    'name2',
    '__proto__',
    'reach',
    'user',
  ])('T25 leaves out %s, whatever it holds', field => {
    const { lines, log } = aLog();

    log(
      'event',
      Object.fromEntries([
        [field, '01010112345'],
        ['kind', 'notice'],
      ]),
    );

    expect(lines).toMatchObject([{ event: 'event', kind: 'notice' }]);
    expect(JSON.stringify(lines)).not.toContain('01010112345');
  });

  it('lets no field stand for the event', () => {
    const { lines, log } = aLog();

    log('event', { event: 'another', level: 60 });

    expect(lines).toMatchObject([{ event: 'event', level: 30 }]);
  });

  it('cuts what is long', () => {
    const { lines, log } = aLog();

    log('event', { reason: 'x'.repeat(5_000) });

    expect(lines).toMatchObject([{ reason: 'x'.repeat(100) }]);
  });

  it('T25 keeps elsewhere what it wrote, and nothing more', () => {
    const kept: Kept[] = [];
    const log = createLog(pino({ base: null }, { write: () => undefined }), one => kept.push(one));

    log('turn-failed', { correlation: 'abc', text: 'Kanari', reason: 'x'.repeat(200) });

    expect(kept).toEqual([
      { event: 'turn-failed', level: 'error', fields: { correlation: 'abc', reason: 'x'.repeat(100) } },
    ]);
  });

  it('says nothing of the machine', () => {
    const { lines, log } = aLog();

    log('event', {});

    expect(Object.keys(lines[0] ?? {})).toEqual(['level', 'time', 'event']);
  });
});

describe('levelOf', () => {
  it.each([
    ['turn-failed', 'error'],
    ['make-anchor-failed', 'error'],
    ['seal-broken', 'error'],
    ['uncaught-fault', 'error'],
    ['turn-too-late', 'warn'],
    ['chat-not-kept', 'warn'],
    ['metadata-unreachable', 'warn'],
    ['console-silenced', 'warn'],
    ['ready', 'info'],
  ])('tells %s as %s', (event, level) => {
    expect(levelOf(event)).toBe(level);
  });
});

describe('the events of the log', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.startsWith('local'))
    .map(name => readFileSync(join('src', name), 'utf8'))
    .join('\n');
  const events = [...new Set([...sources.matchAll(/\blog\(\s*'([a-z-]+)'/g)].map(([, event = '']) => event))];

  it('are all explained to the operator', () => {
    const explained = readFileSync('docs/operations.md', 'utf8');

    expect(events).toContain('make-anchor-failed');
    expect(events.filter(event => !explained.includes(`\`${event}\``))).toEqual([]);
  });
});
