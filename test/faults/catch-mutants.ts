import { type Mutant, MUTANTS } from './mutants';
import { runSeed } from './random-seeds';

/** After how many seeds a mutant was noticed, and by what; nothing when it never was. */
export type Caught = { readonly mutant: Mutant; readonly after?: number; readonly wrong?: string };

const caught = async (mutant: Mutant, most: number): Promise<Caught> => {
  for (let seed = 0; seed < most; seed += 1) {
    const [wrong] = (await runSeed(seed, { mutant })).wrongs;
    if (wrong !== undefined) return { mutant, after: seed + 1, wrong };
  }
  return { mutant };
};

export const catchMutants = async (most: number): Promise<readonly Caught[]> => {
  const all: Caught[] = [];
  for (const mutant of MUTANTS) all.push(await caught(mutant, most));
  return all;
};
