import { parseArgs } from 'node:util';
import { CONTAINERS } from '../storage/containers';
import { shelfOf } from '../storage/database/shelf';
import { rotateKeys } from '../storage/sealing/rotate-keys';
import { inFolder } from './in-folder';

const OPTIONS = {
  data: { type: 'string', default: '.local' },
  'new-key': { type: 'boolean', default: false },
} as const;

/** Rotates the keys of the local world in this folder, whether it runs or not. */
const rotate = async (): Promise<void> => {
  const { values } = parseArgs({ options: OPTIONS });
  await inFolder(values.data, async ({ client, database, secrets, file }) => {
    const shelf = shelfOf(client.database(database).container(CONTAINERS.keys.id));
    const rewrapping = { shelf, program: secrets, cases: secrets };
    const { text, whole } = await rotateKeys(rewrapping, values['new-key'] ? file('key') : undefined);
    process.stdout.write(text);
    process.exitCode = whole ? 0 : 1;
  });
};

rotate().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The keys could not be rotated.'}\n`);
  process.exitCode = 1;
});
