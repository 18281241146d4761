import { type Place } from './client';
import { type ContainerName, CONTAINERS } from './containers';
import { type Shelf, shelfOf } from './database/shelf';
import { tracedShelf } from './database/traced-shelf';
import { type Traced } from '../use-cases/ports/tracing';

export type Shelves = Readonly<Record<ContainerName, Shelf>>;

/** The four containers; `keys` may lie in another account. Nothing is asked of them yet. */
export const openShelves = (place: Place, keys: Place, traced?: Traced): Shelves => {
  const shelf = (name: ContainerName): Shelf => {
    const { client, database } = name === 'keys' ? keys : place;
    const bare = shelfOf(client.database(database).container(CONTAINERS[name].id));
    return traced === undefined ? bare : tracedShelf(bare, name, traced);
  };
  return { work: shelf('work'), index: shelf('index'), ops: shelf('ops'), keys: shelf('keys') };
};
