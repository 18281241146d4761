import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../storage/client';
import { CONTAINERS } from '../storage/containers';
import { shelfOf } from '../storage/database/shelf';
import { localSecrets } from '../storage/sealing/local-key-file';
import { rotateKeys } from '../storage/sealing/rotate-keys';
import { startEmbeddedCosmos } from './cosmos/server';
import { LOCAL_DATABASE } from './database';

const OPTIONS = {
  data: { type: 'string', default: '.local' },
  'new-key': { type: 'boolean', default: false },
} as const;

/** Rotates the keys of the local world in this folder, whether it runs or not. */
const rotate = async (): Promise<void> => {
  const { values } = parseArgs({ options: OPTIONS });
  const [keyFile, database] = ['key', 'cosmos.sqlite'].map(name => join(resolve(values.data), name));
  if (keyFile === undefined || database === undefined || !existsSync(keyFile) || !existsSync(database))
    throw new Error(`There is no local world in ${values.data}: run npm start first.`);
  const cosmos = await startEmbeddedCosmos({ file: database, now: Date.now });
  const client = connect({ endpoint: cosmos.endpoint, key: cosmos.key });
  const shelf = shelfOf(client.database(LOCAL_DATABASE).container(CONTAINERS.keys.id));
  const secrets = localSecrets(keyFile);
  try {
    const rewrapping = { shelf, program: secrets, cases: secrets };
    const { text, whole } = await rotateKeys(rewrapping, values['new-key'] ? keyFile : undefined);
    process.stdout.write(text);
    process.exitCode = whole ? 0 : 1;
  } finally {
    client.dispose();
    await cosmos.close();
  }
};

rotate().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The keys could not be rotated.'}\n`);
  process.exitCode = 1;
});
