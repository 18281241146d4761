import { type PersonId } from '../domain/ids';
import { type People } from '../use-cases/ports/people';
import { type Within } from '../use-cases/ports/common';

/** The names of the directory, as cards show them. */
export type Names = { readonly current: (within: Within) => Promise<(id: PersonId) => string> };

type Known = { readonly at: number; readonly names: ReadonlyMap<PersonId, string> };

/** Old enough to spare the database, young enough that a new colleague has a name within the minute. */
const MAX_AGE_MS = 60_000;

/** Names for cards, read again when they are a minute old. They decide nothing: who someone is is read per press. */
export const directoryNames = (people: Pick<People, 'all'>, now: () => number): Names => {
  let known: Known | undefined;
  const read = async (within: Within): Promise<Known> => {
    const all = await people.all(within);
    known = { at: now(), names: new Map(all.map(({ id, name }) => [id, name])) };
    return known;
  };
  return {
    current: async within => {
      const age = known === undefined ? Infinity : now() - known.at;
      const { names } = known !== undefined && age >= 0 && age < MAX_AGE_MS ? known : await read(within);
      return id => names.get(id) ?? '…';
    },
  };
};
