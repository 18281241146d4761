import { type Person } from '../domain/people';
import { type Instant } from '../domain/time';
import { type Within } from './ports/common';
import { systemFact } from './system-fact';
import { type World } from './world';

type Seeding = { readonly at: Instant; readonly within: Within };

/** Puts the configured people, the first admin at the least, into the directory. Whoever is there already stays as they are. */
export const seedPeople =
  (world: Pick<World, 'people' | 'derive'>) =>
  async (people: readonly Person[], { at, within }: Seeding): Promise<void> => {
    const known = new Set((await world.people.all(within)).map(({ id }) => id));
    for (const person of people.filter(({ id }) => !known.has(id))) {
      const cause = ['seed-person', person.id];
      const fact = systemFact(world.derive, { operation: 'seed-person', subject: person.id, at, cause });
      await world.people.save({ person, fact }, within);
    }
  };
