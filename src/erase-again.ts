import { parseArgs } from 'node:util';
import { readConfig } from './config';
import { openAccounts } from './storage/accounts';
import { AGAIN_OPTIONS, askedAgain, eraseAgain } from './storage/erase-again';
import { managedIdentity } from './storage/identity';
import { openShelves } from './storage/shelves';

/** After a restore in production: the settings of the program, and nothing of it running. */
const erase = async (): Promise<void> => {
  const asked = askedAgain(parseArgs({ options: AGAIN_OPTIONS }).values);
  const config = readConfig(process.env);
  const credential = managedIdentity(config.identity);
  const accounts = await openAccounts(config, { credential, now: Date.now });
  try {
    process.stdout.write(`Data: ${config.cosmosEndpoint}\nKeys: ${config.keysEndpoint}\n`);
    process.stdout.write(await eraseAgain(openShelves(accounts, accounts.keys), asked));
  } finally {
    accounts.dispose();
  }
};

erase().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'Nothing could be erased again.'}\n`);
  process.exitCode = 1;
});
