import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type LocalOptions = {
  readonly port: number;
  readonly dataDir: string;
  readonly fresh: boolean;
  /** The moment to begin at, ISO 8601; the wall's time when not given. */
  readonly startAt?: string;
  readonly windows: boolean;
  /** Where the embedded database listens, when another process of this machine keeps it. */
  readonly database?: string;
};

const DEFAULT_PORT = 3978;

const portFrom = (text: string | undefined): number => {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number, not ${text ?? ''}.`);
  return port;
};

const momentFrom = (text: string | undefined): { readonly startAt?: string } => {
  if (text === undefined) return {};
  if (Number.isNaN(Date.parse(text)))
    throw new Error(`--now takes a moment such as 2026-11-23T08:00:00Z, not ${text}.`);
  return { startAt: text };
};

/** Reads the command line; throws with a sentence when something in it cannot be meant. */
export const readOptions = (args: readonly string[]): LocalOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: '.local' },
      fresh: { type: 'boolean', default: false },
      now: { type: 'string' },
      database: { type: 'string' },
      'no-windows': { type: 'boolean', default: false },
    },
  });
  return {
    port: portFrom(values.port),
    dataDir: resolve(values.data),
    fresh: values.fresh,
    windows: !values['no-windows'],
    ...momentFrom(values.now),
    ...(values.database === undefined ? {} : { database: values.database }),
  };
};
