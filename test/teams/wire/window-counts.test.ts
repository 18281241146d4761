import { createWindowCounts } from '../../../src/teams/wire/window-counts';

const aClock = () => {
  let at = 0;
  return {
    mono: () => at,
    wait: (ms: number) => {
      at += ms;
    },
  };
};
const hitsOf = async (counts: ReturnType<typeof createWindowCounts>, key: string): Promise<number> =>
  (await counts.increment(key)).totalHits;

describe('createWindowCounts', () => {
  it('counts each key by itself', async () => {
    const counts = createWindowCounts({ windowMs: 1_000, ...aClock() });

    const hits = [await hitsOf(counts, 'a'), await hitsOf(counts, 'a'), await hitsOf(counts, 'b')];

    expect(hits).toEqual([1, 2, 1]);
  });

  it('T15 forgets everything when the window is over, and not before', async () => {
    const { mono, wait } = aClock();
    const counts = createWindowCounts({ windowMs: 1_000, mono });
    await counts.increment('a');
    await counts.increment('b');

    wait(999);
    const before = await hitsOf(counts, 'a');
    wait(1);
    const after = await hitsOf(counts, 'a');

    expect([before, after, counts.size()]).toEqual([2, 1, 1]);
  });

  it('T15 holds no more keys than it may, however many come', async () => {
    const counts = createWindowCounts({ windowMs: 1_000, mostKeys: 100, ...aClock() });
    const sizes: number[] = [];

    for (let n = 0; n < 1_000; n += 1) {
      await counts.increment(`10.0.${String(n)}`);
      sizes.push(counts.size());
    }

    expect(Math.max(...sizes)).toBe(100);
  });

  it('still counts a key that it holds when it is full', async () => {
    const counts = createWindowCounts({ windowMs: 1_000, mostKeys: 2, ...aClock() });
    await counts.increment('a');
    await counts.increment('b');

    expect([await hitsOf(counts, 'a'), counts.size()]).toEqual([2, 2]);
  });

  it('takes back a hit, and none that there was not', async () => {
    const counts = createWindowCounts({ windowMs: 1_000, ...aClock() });
    await counts.increment('a');

    await counts.decrement('a');
    await counts.decrement('a');
    await counts.decrement('b');

    expect([counts.size(), await hitsOf(counts, 'a'), await hitsOf(counts, 'b')]).toEqual([1, 1, 1]);
  });

  it('forgets one key when it is told to', async () => {
    const counts = createWindowCounts({ windowMs: 1_000, ...aClock() });
    await counts.increment('a');

    await counts.resetKey('a');

    expect(counts.size()).toBe(0);
  });
});
