import { parseArgs } from 'node:util';
import { readConfig } from './config';
import { openAccounts } from './storage/accounts';
import { rotateKeys } from './storage/sealing/rotate-keys';

/** Production's rotation: the settings of the program, and nothing of it running. */
const rotate = async (): Promise<void> => {
  const { values } = parseArgs({ options: { 'new-key': { type: 'boolean', default: false } } });
  const config = readConfig(process.env);
  const accounts = await openAccounts(config, Date.now);
  try {
    const { keyEncryption } = config;
    const newKeyIn = values['new-key'] && keyEncryption.kind === 'file' ? keyEncryption.path : undefined;
    const report = await rotateKeys(accounts.rewrapping, newKeyIn);
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
