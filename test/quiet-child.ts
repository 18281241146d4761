import { createRequire } from 'node:module';
import { createLog } from '../src/log';
import { beQuiet } from '../src/quiet';

const { console: printer } = globalThis;

const CANARY = 'Kanari-quiet-77';

/** Everything by which a library could print, and then the fault that is asked for. */
const ENDS: Readonly<Record<string, () => void>> = {
  thrown: () => {
    throw new TypeError(CANARY);
  },
  rejected: () => {
    void Promise.reject(Object.assign(new Error(CANARY), { code: 'ECONNRESET' }));
  },
  warned: () => {
    setTimeout(() => process.exit(0), 20);
  },
};

const log = createLog();
beQuiet(log);
for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) printer[name](CANARY);
printer.table([CANARY]);
printer.group(CANARY);
process.stdout.write(CANARY);
process.stderr.write(CANARY);
process.emitWarning(CANARY);
process.emitWarning(CANARY, 'DeprecationWarning', CANARY);
// Its level is in the environment, as an operator who looks for something may have put it.
const identity = createRequire(createRequire(__filename).resolve('@azure/identity'));
const logger = identity('@azure/logger') as {
  createClientLogger: (name: string) => { info: (text: string) => void };
};
logger.createClientLogger('library').info(CANARY);
log('ready', { port: 1 });
ENDS[process.argv[2] ?? '']?.();
