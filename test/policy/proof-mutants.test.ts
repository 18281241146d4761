import { MUTANTS } from './proof/mutants';
import { caughtAfter, chosenMutants, WHOLE } from './proof/prove';

describe('the tables with one cell flipped', () => {
  it.each(chosenMutants(20_261_204, 3))('are caught: $tell', mutant => {
    expect(caughtAfter(mutant, WHOLE)).toBeGreaterThan(0);
  });

  it('are more than a thousand, each another', () => {
    expect(MUTANTS.length).toBeGreaterThan(1000);
    expect(new Set(MUTANTS.map(({ tell }) => tell)).size).toBe(MUTANTS.length);
  });
});
