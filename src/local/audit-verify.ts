import { parseArgs } from 'node:util';
import { verifyProduction } from '../audit-verify';
import { verifyLocal } from './verify-local';

const OPTIONS = { data: { type: 'string' }, case: { type: 'string' } } as const;

const say = (text: string): void => {
  process.stdout.write(text);
};

/** Production where its settings are, unless a folder is named; the local world otherwise. */
const verify = (): Promise<boolean> => {
  const { data, case: code } = parseArgs({ options: OPTIONS }).values;
  const asking = { code, say };
  const isProduction = data === undefined && process.env['COSMOS_ENDPOINT'] !== undefined;
  return isProduction ? verifyProduction(process.env, asking) : verifyLocal(data ?? '.local', asking);
};

verify().then(
  holds => {
    process.exitCode = holds ? 0 : 1;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'The audit could not be checked.'}\n`);
    process.exitCode = 2;
  },
);
