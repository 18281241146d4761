import { parseArgs } from 'node:util';
import { readConfig } from './config';
import { instantOf } from './domain/time';
import { reportOutbox } from './outbox-report';
import { openAccounts } from './storage/accounts';
import { createStorage } from './storage/create-storage';
import { managedIdentity } from './storage/identity';

const OPTIONS = { json: { type: 'boolean', default: false }, retry: { type: 'string' } } as const;

const say = (text: string): void => {
  process.stdout.write(text);
};

/** Production's outbox: the settings of the program, and nothing of it running. */
const show = async (): Promise<void> => {
  const { json, retry } = parseArgs({ options: OPTIONS }).values;
  const config = readConfig(process.env);
  const credential = managedIdentity(config.identity);
  const accounts = await openAccounts(config, { credential, now: Date.now });
  try {
    const { outbox } = createStorage({ ...accounts, now: Date.now });
    const standing = { outbox, now: () => instantOf(new Date()) };
    process.exitCode = (await reportOutbox(standing, { json, retry, say })) ? 0 : 1;
  } finally {
    accounts.dispose();
  }
};

show().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The outbox could not be read.'}\n`);
  process.exitCode = 2;
});
