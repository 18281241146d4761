import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { instantOf } from '../domain/time';
import { type AskingOutbox, reportOutbox } from '../outbox-report';
import { connect } from '../storage/client';
import { createStorage } from '../storage/create-storage';
import { localSecrets } from '../storage/sealing/local-key-file';
import { savedOffset } from './clock';
import { startEmbeddedCosmos } from './cosmos/server';
import { LOCAL_DATABASE } from './database';

/** The outbox of the local world in this folder, whether it runs or not, by the clock of that world. */
export const localOutbox = async (folder: string, asking: AskingOutbox): Promise<boolean> => {
  const file = (name: string): string => join(resolve(folder), name);
  if (!existsSync(file('key')) || !existsSync(file('cosmos.sqlite')))
    throw new Error(`There is no local world in ${folder}: run npm start first.`);
  const offset = savedOffset(file('clock'));
  const now = (): number => Date.now() + offset;
  const cosmos = await startEmbeddedCosmos({ file: file('cosmos.sqlite'), now });
  const client = connect({ endpoint: cosmos.endpoint, key: cosmos.key });
  const secrets = localSecrets(file('key'));
  const { outbox } = createStorage({ client, database: LOCAL_DATABASE, secrets, now });
  try {
    return await reportOutbox({ outbox, now: () => instantOf(new Date(now())) }, asking);
  } finally {
    client.dispose();
    await cosmos.close();
  }
};
