import { type CosmosClient } from '@azure/cosmos';
import { type ContainerName, CONTAINERS } from './containers';
import { type Shelf, shelfOf } from './database/shelf';

export type Shelves = Readonly<Record<ContainerName, Shelf>>;

/** The four containers of one database. Nothing is asked of it yet. */
export const openShelves = (client: CosmosClient, database: string): Shelves => {
  const shelf = (name: ContainerName): Shelf =>
    shelfOf(client.database(database).container(CONTAINERS[name].id));
  return { work: shelf('work'), index: shelf('index'), ops: shelf('ops'), keys: shelf('keys') };
};
