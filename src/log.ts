import pino, { type Logger } from 'pino';

/** The only fields that may be written: ids and names of kinds, never what anybody wrote (security.md row 25). */
const FIELDS = [
  'correlation',
  'verb',
  'fault',
  'kind',
  'id',
  'name',
  'attempts',
  'epoch',
  'holder',
  'port',
  'reason',
  'status',
] as const;
type Field = (typeof FIELDS)[number];
type Value = string | number | boolean;

const LONGEST = 100;

const isField = (key: string): key is Field => FIELDS.some(field => field === key);
const bounded = (value: Value): Value => (typeof value === 'string' ? value.slice(0, LONGEST) : value);

export type Log = (event: string, fields: Readonly<Record<string, Value>>) => void;

/** One line of JSON to a line; a field that is not on the list is left out, whatever it holds. */
export const createLog =
  (logger: Logger = pino({ base: null })): Log =>
  (event, fields) => {
    const allowed = Object.entries(fields).filter(([key]) => isField(key));
    logger.info({ event, ...Object.fromEntries(allowed.map(([key, value]) => [key, bounded(value)])) });
  };
