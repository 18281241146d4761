import express from 'express';
import { createReadiness, healthDoor, type Readiness } from '../../../src/teams/wire/health';
import { type Listening, listen } from '../../local/windows/server';

type Probe = (within: AbortSignal) => Promise<unknown>;

const aDoor = async (probe: Probe = () => Promise.resolve()) => {
  const clock = { now: 0 };
  let asked = 0;
  const readiness = createReadiness({
    probe: within => {
      asked += 1;
      return probe(within);
    },
    mono: () => clock.now,
    timeoutMs: 30,
    holdsMs: 2_000,
  });
  const server = await listen(app => app.use(healthDoor(readiness), express.json()));
  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
  return {
    readiness,
    server,
    clock,
    asked: () => asked,
    ask,
    status: async () => (await ask('/readyz')).status,
  };
};

describe('healthDoor', () => {
  const open: Listening[] = [];
  const prepare = (readiness: Readiness): void => {
    readiness.prepared();
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map(server => server.close()));
  });
  const door = async (probe?: Probe, then = prepare) => {
    const one = await aDoor(probe);
    open.push(one.server);
    then(one.readiness);
    return one;
  };
  const down: Probe = () => Promise.reject(new Error('AccountKey=hemmelig'));

  it('tells that the process lives, whatever the database says', async () => {
    const { ask, asked } = await door(down);

    const answer = await ask('/healthz');

    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(asked()).toBe(0);
  });

  it('is ready when the people are prepared and the database answers', async () => {
    const { ask } = await door();

    const answer = await ask('/readyz');

    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each<[string, Probe | undefined, (readiness: Readiness) => void]>([
    ['before the people are prepared', undefined, () => undefined],
    [
      'while it stops',
      undefined,
      ({ prepared, stopping }) => {
        prepared();
        stopping();
      },
    ],
    ['when the database refuses', down, prepare],
    ['when the database does not answer', () => new Promise(() => undefined), prepare],
  ])('is not ready %s, and does not say why', async (_, probe, then) => {
    const { ask } = await door(probe, then);

    const answer = await ask('/readyz');

    expect([answer.status, await answer.text()]).toEqual([503, '']);
  });

  it('asks nothing of the database before it is prepared, nor once it stops', async () => {
    const { status, readiness, asked } = await door(undefined, () => undefined);

    await status();
    readiness.prepared();
    readiness.stopping();
    await status();

    expect(asked()).toBe(0);
  });

  it('asks the database once in two seconds, however many ask', async () => {
    const { status, asked, clock } = await door();

    const first = await Promise.all(Array.from({ length: 50 }, status));
    clock.now = 1_999;
    await status();
    const early = asked();
    clock.now = 2_000;
    await status();

    expect(new Set(first)).toEqual(new Set([200]));
    expect([early, asked()]).toEqual([1, 2]);
  });

  it('asks no more often when the database is down', async () => {
    const { status, asked } = await door(down);

    const all = [await status(), await status(), await status()];

    expect(all).toEqual([503, 503, 503]);
    expect(asked()).toBe(1);
  });

  it('is not ready when it began to stop while the database was asked', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const { status, readiness, asked } = await door(() => new Promise(resolve => (answer = resolve)));

    const asking = status();
    while (asked() === 0) await new Promise(resolve => setImmediate(resolve));
    readiness.stopping();
    answer(undefined);

    expect(await asking).toBe(503);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers no %s', async method => {
    const { ask, asked } = await door();

    expect((await ask('/readyz', { method })).status).toBe(404);
    expect(asked()).toBe(0);
  });
});
