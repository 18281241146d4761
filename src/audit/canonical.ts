const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Set like any other it would vanish, and what somebody added under it with it. */
const PROTOTYPE = '__proto__';

/** The same value with its keys in order, whatever they are called. A million events go through here, hence the loop. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (key === PROTOTYPE) Object.defineProperty(copy, key, { value: ordered(value[key]), enumerable: true });
    else copy[key] = ordered(value[key]);
  }
  return copy;
};

/** Text that is the same for the same value, whatever order its keys came in; what is undefined is not there. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value));
