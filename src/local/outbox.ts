import { parseArgs } from 'node:util';
import { localOutbox } from './outbox-local';

const OPTIONS = {
  data: { type: 'string', default: '.local' },
  json: { type: 'boolean', default: false },
  retry: { type: 'string' },
} as const;

const say = (text: string): void => {
  process.stdout.write(text);
};

const show = (): Promise<boolean> => {
  const { data, json, retry } = parseArgs({ options: OPTIONS }).values;
  return localOutbox(data, { json, retry, say });
};

show().then(
  moved => {
    process.exitCode = moved ? 0 : 1;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'The outbox could not be read.'}\n`);
    process.exitCode = 2;
  },
);
