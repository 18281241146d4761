import { z } from 'zod';

/** Something wrong in what was configured: where, and what. Never what stands there. */
export type Fault = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What was read, or everything that is wrong with it. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

export const checked = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Checked<z.infer<Schema>> => {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: parsed.error.issues.map(({ path, message }) => ({ path, message })) };
};

export const faultsOf = (result: Checked<unknown>): readonly Fault[] => (result.ok ? [] : result.faults);

/** As lines, each fault with its place. */
export const inWords = (faults: readonly Fault[]): string => z.prettifyError({ issues: faults });
