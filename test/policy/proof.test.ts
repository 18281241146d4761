import { CASE_STATES } from '../../src/domain/case';
import * as operations from '../../src/policy/operations';
import { OPERATIONS_KNOWN } from './oracle';
import { CIRCUMSTANCES } from './proof/cases';
import { KINDS, prove } from './proof/prove';
import { type Breadth } from './proof/questions';
import { EVERYONE, ORIGINS } from './proof/readers';

/** Enough of everything to notice at once; `npm run test:policy` is all of it. */
const SOME: Breadth = {
  readers: EVERYONE.filter((_, place) => place % 4 === 0),
  origins: ORIGINS.slice(0, 1),
  states: CASE_STATES,
  circumstances: CIRCUMSTANCES.filter((_, place) => place % 4 === 1 || place === 0),
};

describe('the operations', () => {
  it('are all in domain.md §15, as the oracle tells it, and no others are', () => {
    const { SYSTEM_OPERATIONS: _, ...asked } = operations;

    expect(OPERATIONS_KNOWN.toSorted()).toEqual(Object.values(asked).flat().toSorted());
  });
});

describe('the tables, beside what domain.md says', () => {
  it.each(KINDS)('give the same answers about %s, allowed and refused', kind => {
    const { cells, allowed, examples } = prove(kind, SOME);

    expect(examples).toEqual([]);
    expect(cells).toBeGreaterThan(allowed);
    expect(allowed).toBeGreaterThan(0);
  });
});
