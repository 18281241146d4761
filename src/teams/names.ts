import { plainName } from '../cards/text';
import { isAway } from '../domain/absence';
import { type AgencyId, type PersonId } from '../domain/ids';
import { type Person, isActive } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { type People } from '../use-cases/ports/people';
import { type Within } from '../use-cases/ports/common';

/** The names of the directory, as cards show them. */
export type Names = {
  readonly current: (within: Within) => Promise<(id: PersonId) => string>;
  /** The last day of an absence that goes on; undefined for whoever is here. */
  readonly away: (within: Within) => Promise<(id: PersonId, today: LocalDate) => LocalDate | undefined>;
  /** Who holds a seat for the agency; undefined when nobody does. */
  readonly holders: (within: Within) => Promise<(agency: AgencyId) => string | undefined>;
};

type Known = {
  readonly at: number;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly awayUntil: (id: PersonId, today: LocalDate) => LocalDate | undefined;
  readonly holders: ReadonlyMap<AgencyId, string>;
};

const holdsSeat = (person: Person): boolean =>
  isActive(person) && person.seat !== undefined && person.roles.includes('member');

const absencesIn = (all: readonly Person[]): Known['awayUntil'] => {
  const known = new Map(all.map(person => [person.id, person]));
  return (id, today) => {
    const person = known.get(id);
    return person !== undefined && isAway(person, today) ? person.absence?.to : undefined;
  };
};

/** Old enough to spare the database, young enough that a new colleague has a name within the minute. */
const MAX_AGE_MS = 60_000;

/** Names for cards, read again when they are a minute old. They decide nothing: who someone is is read per press. */
export const directoryNames = (people: Pick<People, 'all'>, now: () => number): Names => {
  let known: Known | undefined;
  const read = async (within: Within): Promise<Known> => {
    const all = await people.all(within);
    known = {
      at: now(),
      names: new Map(all.map(({ id, name }) => [id, plainName(name)])),
      awayUntil: absencesIn(all),
      holders: new Map(all.filter(holdsSeat).map(({ agency, name }) => [agency, plainName(name)])),
    };
    return known;
  };
  const fresh = async (within: Within): Promise<Known> => {
    const age = known === undefined ? Infinity : now() - known.at;
    return known !== undefined && age >= 0 && age < MAX_AGE_MS ? known : read(within);
  };
  return {
    current: async within => {
      const { names } = await fresh(within);
      return id => names.get(id) ?? '…';
    },
    away: async within => (await fresh(within)).awayUntil,
    holders: async within => {
      const { holders } = await fresh(within);
      return agency => holders.get(agency);
    },
  };
};
