import { filesThatMakePatterns, literalPatterns, ratioOf } from './patterns';

/** A linear pattern takes ten times as long for ten times the text, a square one a hundred. */
const MOST = 20;
const FAST = { attempts: 2, long: 10_000 };

/** A busy machine can make any single measurement slow: only what is slow three times is. */
const isSlow = (pattern: RegExp): boolean =>
  [1, 2, 3].every(attempts => ratioOf(pattern, { ...FAST, attempts }) >= MOST);

const all = literalPatterns();

describe('the regular expressions of the program', () => {
  it.each([/\s+$/, /-+x/])('T21 would be found, were one like %s', pattern => {
    expect(ratioOf(pattern, { ...FAST, attempts: 1 })).toBeGreaterThan(MOST);
  });

  it('T21 are many, and are all found where they stand', () => {
    expect(all.length).toBeGreaterThan(60);
  });

  it('T21 take linear time on whatever they are given', () => {
    const slow = all.filter(({ pattern }) => isSlow(pattern));

    expect(slow).toEqual([]);
  });

  it('T21 are put together while running in these places only, each with a test of its own', () => {
    expect(filesThatMakePatterns()).toEqual(['src/teams/chat-guard.ts']);
  });
});
