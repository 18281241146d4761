import { causeOf, doingOf } from './doing';
import { seldom } from './seldom';

type Log = (event: string, fields: Readonly<Record<string, string | number>>) => void;

const CODE = /^[A-Z][A-Z0-9_]{2,39}$/;
const STATUS = /^[1-5]\d\d$/;

/** A word such as `EADDRINUSE`, or a status such as 403. */
const reasonOf = (fault: unknown): string => {
  const code: unknown = fault instanceof Error && 'code' in fault ? fault.code : '';
  const text = typeof code === 'number' ? code.toString() : code;
  return typeof text === 'string' && (CODE.test(text) || STATUS.test(text)) ? text : '';
};

type Kind = { readonly fault: string; readonly reason: string; readonly doing?: string };

/** The kind of a fault, its code, and what was being done: never its text, which may hold anything. */
export const kindOf = (thrown: unknown): Kind => {
  const fault = causeOf(thrown);
  const doing = doingOf(thrown);
  return {
    fault: fault instanceof Error ? fault.name : typeof fault,
    reason: reasonOf(fault),
    ...(doing === undefined ? {} : { doing }),
  };
};

const silenceConsole = (told: (name: string) => void): void => {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group'] as const) {
    globalThis.console[name] = () => {
      told(name);
    };
  }
};

/** Libraries that log by themselves write there, past the console; our own log writes to the file behind it. */
const silenceStreams = (told: (name: string) => void): void => {
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = () => {
      told(name);
      return true;
    };
  }
};

/** Node prints the text of a warning, and of a fault that nobody caught. */
const tellKindsOnly = (log: Log, told: (name: string) => void): void => {
  process.removeAllListeners('warning');
  process.on('warning', ({ name }) => {
    told(name);
  });
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (fault: unknown) => {
      log('uncaught-fault', { kind, ...kindOf(fault) });
      // In no state to go on: the orchestrator starts it anew.
      process.exit(1);
    });
  }
};

/**
 * From here on nothing leaves the process by its streams but the log's own lines: what libraries and Node print may hold
 * addresses, headers and texts (security.md row 25). That there was something is told, by the way it took.
 */
export const beQuiet = (log: Log): void => {
  const told = seldom((name, attempts) => {
    log('console-silenced', { name, attempts });
  });
  silenceConsole(told);
  silenceStreams(told);
  tellKindsOnly(
    log,
    seldom((name, attempts) => {
      log('process-warned', { name, attempts });
    }),
  );
};
