/** What is written where a value is missing: not nothing, for the library takes nothing for "leave the placeholder". */
export const MISSING = '–';

/** Where a card may hold more cards: everywhere else a value is a text, a number or a yes. */
const LISTS = ['actions', 'body', 'cells', 'choices', 'columns', 'facts', 'items', 'rows'];
const STRUCTURES = ['card', 'data'];
/** What a fold opens: ids, and nothing else. */
const IDS = 'targetElements';
/** Set like any other it would become what a card inherits; no card has it. */
const PROTOTYPE = '__proto__';

type Values = Readonly<Record<string, unknown>>;
const isObject = (json: unknown): json is Values => typeof json === 'object' && json !== null;

/** What follows looks at every value of every card, and nearly all may stay: it copies only where one may not. */
const withValues = (json: Values, become: (value: unknown, key: string) => unknown): Values => {
  const keys = Object.keys(json);
  let copy: Record<string, unknown> | undefined;
  for (const key of keys) {
    const value = become(json[key], key);
    if (value !== json[key])
      copy ??= Object.fromEntries(keys.slice(0, keys.indexOf(key)).map(kept => [kept, json[kept]]));
    if (copy !== undefined && value !== undefined) copy[key] = value;
  }
  return copy ?? json;
};

const eachOf = (list: readonly unknown[], become: (value: unknown) => unknown): readonly unknown[] => {
  const values = list.map(become);
  return values.every((value, at) => value === list[at]) ? list : values;
};

const those = (value: unknown, are: (one: unknown) => boolean): readonly unknown[] => {
  if (!Array.isArray(value)) return [];
  return value.every(are) ? value : value.filter(are);
};

/** The library stumbles over a null within a text. */
export const withoutNulls = (json: unknown): unknown => {
  if (json === null) return MISSING;
  if (Array.isArray(json)) return eachOf(json, withoutNulls);
  return isObject(json) ? withValues(json, withoutNullAt) : json;
};
const withoutNullAt = (value: unknown, key: string): unknown =>
  key === PROTOTYPE ? undefined : withoutNulls(value);

/**
 * The card with a text wherever a text belongs, whatever the data held: an object there would be card JSON, and could
 * be a button of somebody else's making (security.md row 17).
 */
export const plainSlots = (json: unknown): unknown => {
  if (Array.isArray(json)) return eachOf(those(json, isObject), plainSlots);
  return isObject(json) ? withValues(json, plainAt) : json;
};

const SLOTS: ReadonlyMap<string, (value: unknown) => unknown> = new Map([
  ...LISTS.map(key => [key, (value: unknown) => (Array.isArray(value) ? plainSlots(value) : [])] as const),
  ...STRUCTURES.map(key => [key, plainSlots] as const),
  ['selectAction', value => (isObject(value) ? plainSlots(value) : undefined)],
  [IDS, value => those(value, one => typeof one === 'string')],
  [PROTOTYPE, () => undefined],
]);
const plainAt = (value: unknown, key: string): unknown => {
  const slot = SLOTS.get(key);
  if (slot !== undefined) return slot(value);
  return isObject(value) ? MISSING : value;
};
