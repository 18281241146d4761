import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connect, type Place } from '../storage/client';
import { localSecrets } from '../storage/sealing/local-key-file';
import { savedOffset } from './clock';
import { startEmbeddedCosmos } from './cosmos/server';
import { LOCAL_DATABASE } from './database';

/** A local world's folder, opened beside the world or without it. */
type Folder = Place & {
  readonly secrets: ReturnType<typeof localSecrets>;
  /** Milliseconds since 1970, UTC, by the clock of that world. */
  readonly now: () => number;
  readonly file: (name: string) => string;
};

/** Does the work in this folder and closes it again. Throws when no local world has been there. */
export const inFolder = async <T>(folder: string, work: (opened: Folder) => Promise<T>): Promise<T> => {
  const file = (name: string): string => join(resolve(folder), name);
  if (!existsSync(file('key')) || !existsSync(file('cosmos.sqlite')))
    throw new Error(`There is no local world in ${folder}: run npm start first.`);
  const offset = savedOffset(file('clock'));
  const now = (): number => Date.now() + offset;
  const cosmos = await startEmbeddedCosmos({ file: file('cosmos.sqlite'), now });
  const client = connect({ endpoint: cosmos.endpoint, key: cosmos.key });
  try {
    const secrets = localSecrets(file('key'));
    return await work({ client, database: LOCAL_DATABASE, secrets, now, file });
  } finally {
    client.dispose();
    await cosmos.close();
  }
};
