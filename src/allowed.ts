/** What may be told outside the database: ids and names of kinds, and numbers. */
export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;

const LONGEST = 100;

const bounded = (value: Value): Value => (typeof value === 'string' ? value.slice(0, LONGEST) : value);

/** Keeps the fields of this list, each cut at a hundred signs; every other is left out, whatever it holds. */
export const keeping =
  (names: readonly string[]) =>
  (fields: Readonly<Record<string, Value | undefined>>): Values =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, value]) =>
        names.includes(key) && value !== undefined ? [[key, bounded(value)] as const] : [],
      ),
    );
