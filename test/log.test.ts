import pino from 'pino';
import { createLog } from '../src/log';

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

    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(Number) as number,
        event: 'turn-failed',
        correlation: 'abc',
        verb: 'open-case',
        attempts: 3,
      },
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

  it('says nothing of the machine', () => {
    const { lines, log } = aLog();

    log('event', {});

    expect(Object.keys(lines[0] ?? {})).toEqual(['level', 'time', 'event']);
  });
});
