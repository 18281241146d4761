import { parseArgs } from 'node:util';
import { eraseAgain } from '../storage/erase-again';
import { openShelves } from '../storage/shelves';
import { inFolder } from './in-folder';

const OPTIONS = { data: { type: 'string', default: '.local' }, restored: { type: 'string' } } as const;

/** After a copy was put back into the local world in this folder; nothing of it may run meanwhile. */
const erase = async (): Promise<void> => {
  const { data, restored } = parseArgs({ options: OPTIONS }).values;
  await inFolder(data, async place => {
    process.stdout.write(await eraseAgain(openShelves(place, place), restored));
  });
};

erase().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'Nothing could be erased again.'}\n`);
  process.exitCode = 1;
});
