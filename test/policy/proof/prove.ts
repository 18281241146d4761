import { CASE_STATES } from '../../../src/domain/case';
import { TABLES } from '../../../src/policy/tables';
import { CIRCUMSTANCES } from './cases';
import { type Compared, compared, type Part } from './compare';
import { type Mutant, MUTANTS } from './mutants';
import { type Breadth } from './questions';
import { EVERYONE, ORIGINS } from './readers';

/** All there is. */
export const WHOLE: Breadth = {
  readers: EVERYONE,
  origins: ORIGINS,
  states: CASE_STATES,
  circumstances: CIRCUMSTANCES,
};

export type Count = {
  readonly cells: number;
  readonly allowed: number;
  readonly differing: number;
  /** The first few that differ. */
  readonly examples: readonly string[];
};
const FEW = 5;

const none: Count = { cells: 0, allowed: 0, differing: 0, examples: [] };
const plus = (count: Count, { cells, tell }: Compared): Count => {
  const differing = cells.flatMap(({ is, shall }, place) => (is === shall ? [] : [{ is, place }]));
  const told = differing.map(({ is, place }) => `${is ? 'allowed' : 'refused'} ${tell(place)}`);
  return {
    cells: count.cells + cells.length,
    allowed: count.allowed + cells.filter(({ is }) => is).length,
    differing: count.differing + differing.length,
    examples: [...count.examples, ...told].slice(0, FEW),
  };
};
const counted = (batches: Iterable<Compared>): Count => {
  let count = none;
  for (const batch of batches) count = plus(count, batch);
  return count;
};

export const KINDS: readonly Part['kind'][] = [
  ...(['self', 'role', 'agency', 'draft', 'meeting', 'gap', 'case', 'item', 'action', 'sharing'] as const),
  ...(['visible', 'words'] as const),
];
/** Every cell of one kind beside the oracle. */
export const prove = (kind: Part['kind'], breadth: Breadth): Count =>
  counted(compared(TABLES, { kind }, breadth));

/** After how many cells this mutant is caught; undefined when it is not. */
export const caughtAfter = ({ tables, part }: Mutant, breadth: Breadth): number | undefined => {
  let seen = 0;
  for (const { cells } of compared(tables, part, breadth)) {
    seen += cells.length;
    if (cells.some(({ is, shall }) => is !== shall)) return seen;
  }
  return undefined;
};

/** Numbers in [0, 1) that the same seed gives again (mulberry32). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
};
/** So many different mutants, chosen by the seed. */
export const chosenMutants = (seed: number, count: number): readonly Mutant[] => {
  const next = numbersFrom(seed);
  return MUTANTS.map(mutant => ({ mutant, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ mutant }) => mutant);
};
