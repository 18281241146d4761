import { literalPatterns, ratioOf } from './patterns';

const MOST = 20;
const LONG = { attempts: 3, long: 50_000 };

describe('the regular expressions of the program, on texts of 50 KB', () => {
  it('T21 take linear time on whatever they are given', () => {
    const slow = literalPatterns().filter(({ pattern }) =>
      [1, 2, 3].every(() => ratioOf(pattern, LONG) >= MOST),
    );

    expect(slow).toEqual([]);
  }, 300_000);
});
