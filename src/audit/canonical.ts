const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same value with its keys in order, whatever they are called. A million events go through here, hence the loop. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const copy: Record<string, unknown> = { __proto__: null };
  for (const key of Object.keys(value).sort()) copy[key] = ordered(value[key]);
  return copy;
};

/** Text that is the same for the same value, whatever order its keys came in; what is undefined is not there. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value));
