import { agingCache } from '../../../src/storage/sealing/aging-cache';

describe('agingCache', () => {
  const opened = () => {
    const clock = { now: 0 };
    return { clock, cache: agingCache<number>({ limit: 2, maxAgeMs: 100, now: () => clock.now }) };
  };

  it('remembers until it is too old', () => {
    const { cache, clock } = opened();
    cache.put('a', 1);

    clock.now = 99;
    const young = cache.get('a');
    clock.now = 100;

    expect([young, cache.get('a')]).toEqual([1, undefined]);
  });

  it('forgets the first when there are too many', () => {
    const { cache } = opened();
    ['a', 'b', 'c'].forEach((name, n) => {
      cache.put(name, n);
    });

    expect(['a', 'b', 'c'].map(cache.get)).toEqual([undefined, 1, 2]);
  });

  it('holds nothing that is too old once something newer has come', () => {
    const { cache, clock } = opened();
    cache.put('a', 1);
    clock.now = 60;
    cache.put('b', 2);
    clock.now = 150;

    cache.put('c', 3);

    expect(cache.size()).toBe(2);
    expect(['a', 'b', 'c'].map(cache.get)).toEqual([undefined, 2, 3]);
  });

  it('forgets what is dropped', () => {
    const { cache } = opened();
    cache.put('a', 1);

    cache.drop('a');

    expect(cache.get('a')).toBeUndefined();
  });
});
