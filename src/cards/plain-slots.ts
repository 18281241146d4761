/** What is written where a value is missing: not nothing, for the library takes nothing for "leave the placeholder". */
export const MISSING = '–';

/** Where a card may hold more cards: everywhere else a value is a text, a number or a yes. */
const LISTS: readonly string[] = ['actions', 'body', 'cells', 'choices', 'columns', 'facts', 'items', 'rows'];
/** What a fold opens: ids, and nothing else. */
const IDS = 'targetElements';
const STRUCTURES: readonly string[] = [...LISTS, 'card', 'data', 'selectAction'];

const isObject = (json: unknown): json is object => typeof json === 'object' && json !== null;

const idsIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter(id => typeof id === 'string') : [];

const plainAt = (key: string, value: unknown): unknown => {
  if (key === IDS) return idsIn(value);
  if (LISTS.includes(key)) return Array.isArray(value) ? value : [];
  if (key === 'selectAction') return isObject(value) ? value : undefined;
  return isObject(value) && !STRUCTURES.includes(key) ? MISSING : value;
};

/** The library stumbles over a null within a text. */
export const withoutNulls = (json: unknown): unknown => {
  if (json === null) return MISSING;
  if (Array.isArray(json)) return json.map(withoutNulls);
  return isObject(json)
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withoutNulls(value)]))
    : json;
};

/**
 * The card with a text wherever a text belongs, whatever the data held: an object there would be card JSON, and could
 * be a button of somebody else's making (security.md row 17).
 */
export const plainSlots = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.filter(isObject).map(plainSlots);
  if (!isObject(json)) return json;
  const plain = Object.entries(json).map(([key, value]) => [key, plainAt(key, value)] as const);
  return Object.fromEntries(
    plain
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, key === IDS ? value : plainSlots(value)]),
  );
};
