import { z } from 'zod';

/** Something wrong in what was configured: where, and what. Never what stands there. */
export type Fault = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What was read, or everything that is wrong with it. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

type Issue = { readonly code?: string; readonly input?: unknown } & Readonly<Record<string, unknown>>;

const FORMATS: Readonly<Record<string, string>> = { url: 'an https address', uuid: 'an id' };

const NOT_SO: Readonly<Record<string, (issue: Issue) => string | undefined>> = {
  invalid_type: ({ expected }) => `must be of the type ${String(expected)}`,
  invalid_format: ({ format }) => FORMATS[String(format)],
  invalid_value: ({ values }) => (Array.isArray(values) ? `one of ${values.join(', ')}` : undefined),
  too_small: ({ minimum }) => `at least ${String(minimum)}`,
  too_big: ({ maximum }) => `at most ${String(maximum)}`,
  custom: () => 'is not written as it must be',
};

/** What was nowhere asked for in other words. Undefined leaves it to the library. */
const wordsFor = (issue: Issue): string | undefined =>
  issue.input === undefined || issue.input === '' ? 'must be set' : NOT_SO[issue.code ?? '']?.(issue);

export const checked = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Checked<z.infer<Schema>> => {
  const parsed = schema.safeParse(value, { error: wordsFor });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: parsed.error.issues.map(({ path, message }) => ({ path, message })) };
};

export const faultsOf = (result: Checked<unknown>): readonly Fault[] => (result.ok ? [] : result.faults);

/** As lines, each fault with its place. */
export const inWords = (faults: readonly Fault[]): string => z.prettifyError({ issues: faults });
