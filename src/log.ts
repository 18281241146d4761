import pino, { type Logger } from 'pino';
import { keeping, type Value, type Values } from './allowed';

/** The only fields that may be written: ids and names of kinds, never what anybody wrote (security.md row 25). */
const FIELDS = [
  'correlation',
  'verb',
  'doing',
  'fault',
  'kind',
  'errand',
  'id',
  'name',
  'attempts',
  'epoch',
  'holder',
  'port',
  'reason',
  'status',
];
const allowed = keeping(FIELDS);

type Level = 'info' | 'warn' | 'error';

/** By the end of its name: an event that nobody placed is told as news. */
const LEVELS: readonly (readonly [ending: RegExp, level: Level])[] = [
  [/-(failed|broken|fault)$/, 'error'],
  [/-(late|kept|unreachable|refused|expired|expiring|silenced|warned)$/, 'warn'],
];
export const levelOf = (event: string): Level => LEVELS.find(([ending]) => ending.test(event))?.[1] ?? 'info';

export type Log = (event: string, fields: Readonly<Record<string, Value>>) => void;

/** An event as it may leave the program, to be kept somewhere else as well. */
export type Kept = { readonly event: string; readonly level: Level; readonly fields: Values };
type Keep = (kept: Kept) => void;

/**
 * One line of JSON to an event, and the same to `keep`; a field that is not on the list is left out of both, whatever it
 * holds.
 */
export const createLog =
  (logger: Logger = pino({ base: null }), keep: Keep = () => undefined): Log =>
  (event, fields) => {
    const level = levelOf(event);
    const kept = allowed(fields);
    logger[level]({ event, ...kept });
    keep({ event, level, fields: kept });
  };
