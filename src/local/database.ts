import { type connect } from '../storage/client';
import { CONTAINERS } from '../storage/containers';

export const LOCAL_DATABASE = 'sent-ute';

type Client = ReturnType<typeof connect>;
export type Database = ReturnType<Client['database']>;

/** Production never creates containers; here they come from the same typed file. */
export const createDatabase = async (client: Client): Promise<void> => {
  const { database } = await client.databases.createIfNotExists({ id: LOCAL_DATABASE });
  for (const container of Object.values(CONTAINERS)) await database.containers.createIfNotExists(container);
};
