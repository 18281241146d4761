import { createIds, createPairs } from '../../../src/local/windows/pairs';

describe('createPairs', () => {
  it('finds either from the other', () => {
    const pairs = createPairs();

    pairs.bind('shared', 'local');

    expect([pairs.local('shared'), pairs.shared('local')]).toEqual(['local', 'shared']);
  });

  it('gives the latest local name, and knows the earlier ones', () => {
    const pairs = createPairs();

    pairs.bind('shared', 'first');
    pairs.bind('shared', 'second');

    expect(pairs.local('shared')).toBe('second');
    expect([pairs.shared('first'), pairs.shared('second')]).toEqual(['shared', 'shared']);
  });

  it('shows nothing when cleared, and still knows what may be on a screen', () => {
    const pairs = createPairs();
    pairs.bind('shared', 'local');

    pairs.clear();

    expect(pairs.local('shared')).toBeUndefined();
    expect(pairs.shared('local')).toBe('shared');
  });
});

describe('createIds', () => {
  it('gives growing milliseconds, also within one and when the clock goes back', () => {
    const moments = [1000, 1000, 900, 2000];
    const next = createIds(() => moments.shift() ?? 0);

    expect([next(), next(), next(), next()]).toEqual(['1000', '1001', '1002', '2000']);
  });
});
