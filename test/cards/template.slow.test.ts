import { hostileFaults } from './hostile';

describe('fill, at length', () => {
  it('T17 leaves nothing unfilled and lets no object in, 20,000 times', () => {
    expect(hostileFaults(20_000, Date.now() % 1_000_000)).toEqual([]);
  }, 600_000);
});
