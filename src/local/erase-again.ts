import { parseArgs } from 'node:util';
import { AGAIN_OPTIONS, askedAgain, eraseAgain } from '../storage/erase-again';
import { openShelves } from '../storage/shelves';
import { inFolder } from './in-folder';

const OPTIONS = { ...AGAIN_OPTIONS, data: { type: 'string', default: '.local' } } as const;

/** After a copy was put back into the local world in this folder; nothing of it may run meanwhile. */
const erase = async (): Promise<void> => {
  const { data, ...said } = parseArgs({ options: OPTIONS }).values;
  const asked = askedAgain(said);
  await inFolder(data, async place => {
    process.stdout.write(await eraseAgain(openShelves(place, place), asked));
  });
};

erase().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'Nothing could be erased again.'}\n`);
  process.exitCode = 1;
});
