import { readConfig } from './config';
import { openAccounts } from './storage/accounts';
import { managedIdentity } from './storage/identity';
import { rotateKeys } from './storage/sealing/rotate-keys';

/** Production's rotation, to the newest version in the vault: the settings of the program, and nothing of it running. */
const rotate = async (): Promise<void> => {
  const config = readConfig(process.env);
  const credential = managedIdentity(config.identity);
  const accounts = await openAccounts(config, { credential, now: Date.now });
  try {
    const report = await rotateKeys(accounts.rewrapping);
    process.stdout.write(report.text);
    process.exitCode = report.whole ? 0 : 1;
  } finally {
    accounts.dispose();
  }
};

rotate().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The keys could not be rotated.'}\n`);
  process.exitCode = 1;
});
