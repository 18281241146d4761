import { hostileFaults } from './hostile';

const RUNS = Number(process.env['RUNS'] ?? 20_000);

describe('fill, at length', () => {
  it(`T17 leaves nothing unfilled and lets no object in, ${RUNS.toString()} times`, () => {
    expect(hostileFaults(RUNS, Date.now() % 1_000_000)).toEqual([]);
  }, 600_000);
});
