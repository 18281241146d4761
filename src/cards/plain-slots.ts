/** What is written where a value is missing: not nothing, for the library takes nothing for "leave the placeholder". */
export const MISSING = '–';

/** Where a card may hold more cards: everywhere else a value is a text, a number or a yes. */
const LISTS = new Set(['actions', 'body', 'cells', 'choices', 'columns', 'facts', 'items', 'rows']);
/** What a fold opens: ids, and nothing else. */
const IDS = 'targetElements';
const STRUCTURES = new Set([...LISTS, 'card', 'data', 'selectAction']);

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null;

const idsIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter(id => typeof id === 'string') : [];

const plainAt = (key: string, value: unknown): unknown => {
  if (key === IDS) return idsIn(value);
  if (LISTS.has(key)) return Array.isArray(value) ? value : [];
  if (key === 'selectAction') return isObject(value) ? value : undefined;
  return isObject(value) && !STRUCTURES.has(key) ? MISSING : value;
};

/** Set like any other it would become what a card inherits; no card has it. */
const PROTOTYPE = '__proto__';
const keysOf = (json: object): readonly string[] => Object.keys(json).filter(key => key !== PROTOTYPE);

/** The library stumbles over a null within a text. Every card goes through here and what follows, hence the loops. */
export const withoutNulls = (json: unknown): unknown => {
  if (json === null) return MISSING;
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (!isObject(json)) return json;
  const copy: Record<string, unknown> = {};
  for (const key of keysOf(json)) copy[key] = withoutNulls(json[key]);
  return copy;
};

/**
 * The card with a text wherever a text belongs, whatever the data held: an object there would be card JSON, and could
 * be a button of somebody else's making (security.md row 17).
 */
export const plainSlots = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.filter(isObject).map(plainSlots);
  if (!isObject(json)) return json;
  const copy: Record<string, unknown> = {};
  for (const key of keysOf(json)) {
    const value = plainAt(key, json[key]);
    if (value !== undefined) copy[key] = key === IDS ? value : plainSlots(value);
  }
  return copy;
};
