import { z } from 'zod';
import { isArray, isObject, valueAt, type Json, type JsonObject } from './json';
import { badRequest } from './refusal';

const Value = z.custom<Json>(value => value !== undefined, 'is required');
const Pointer = z.string().startsWith('/').min(2);

const Operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal(['add', 'set', 'replace']), path: Pointer, value: Value }),
  z.strictObject({ op: z.literal('incr'), path: Pointer, value: z.number() }),
  z.strictObject({ op: z.literal('remove'), path: Pointer }),
]);

/** At most ten operations, as in the service; `condition` is `from c where …`. */
const Patch = z.strictObject({
  operations: z.array(Operation).min(1).max(10),
  condition: z.string().optional(),
});

type PatchOperation = z.infer<typeof Operation>;
type Steps = readonly string[];

/** What one operation makes of the object or array it lands in. */
type Landing = (place: JsonObject | readonly Json[], name: string) => Json;

const FIXED = ['/id', '/_rid', '/_self', '/_etag', '/_attachments', '/_ts'];

const checkChangeable = (partitionKeyPath: string, path: string): void => {
  const within = (fixed: string): boolean => path === fixed || path.startsWith(`${fixed}/`);
  if ([...FIXED, partitionKeyPath].some(within)) throw badRequest(`A patch cannot change ${path}.`);
};

/** Takes a patch or its bare list of operations. Throws 400 naming what is wrong with it. */
export const parsePatch = (body: Json, partitionKeyPath: string): z.infer<typeof Patch> => {
  const parsed = Patch.safeParse(isArray(body) ? { operations: body } : body);
  if (!parsed.success) throw badRequest(`The patch is not valid: ${z.prettifyError(parsed.error)}`);
  parsed.data.operations.forEach(({ path }) => {
    checkChangeable(partitionKeyPath, path);
  });
  return parsed.data;
};

const stepsOf = (pointer: string): Steps =>
  pointer
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const missing = (name: string): Error => badRequest(`The patch finds nothing at "${name}".`);

const indexIn = (array: readonly Json[], name: string, end: number): number => {
  const index = name === '-' ? array.length : Number(name);
  if (!/^(0|[1-9]\d*|-)$/.test(name) || index > end) throw missing(name);
  return index;
};

const childOf = (place: JsonObject | readonly Json[], name: string): Json => {
  const child = isArray(place) ? place[indexIn(place, name, place.length - 1)] : valueAt(place, [name]);
  if (child === undefined) throw missing(name);
  return child;
};

const withChild = (place: JsonObject | readonly Json[], name: string, child: Json): Json =>
  isArray(place)
    ? place.with(indexIn(place, name, place.length - 1), child)
    : Object.fromEntries([...Object.entries(place), [name, child]]);

const edited = (place: Json, [name, ...rest]: Steps, landing: Landing): Json => {
  if (name === undefined || !(isObject(place) || isArray(place))) throw missing(name ?? '/');
  if (rest.length === 0) return landing(place, name);
  return withChild(place, name, edited(childOf(place, name), rest, landing));
};

const adding =
  (value: Json): Landing =>
  (place, name) =>
    isArray(place)
      ? place.toSpliced(indexIn(place, name, place.length), 0, value)
      : withChild(place, name, value);

const setting =
  (value: Json): Landing =>
  (place, name) =>
    isArray(place) && (name === '-' || Number(name) === place.length)
      ? [...place, value]
      : withChild(place, name, value);

const replacing =
  (value: Json): Landing =>
  (place, name) => {
    childOf(place, name);
    return withChild(place, name, value);
  };

const removing: Landing = (place, name) => {
  childOf(place, name);
  return isArray(place)
    ? place.toSpliced(Number(name), 1)
    : Object.fromEntries(Object.entries(place).filter(([own]) => own !== name));
};

const increasing =
  (by: number): Landing =>
  (place, name) => {
    const before = isArray(place) ? childOf(place, name) : (valueAt(place, [name]) ?? 0);
    if (typeof before !== 'number') throw badRequest(`The patch can increase numbers only, not "${name}".`);
    return withChild(place, name, before + by);
  };

const applied = (document: Json, operation: PatchOperation): Json => {
  const land = (landing: Landing): Json => edited(document, stepsOf(operation.path), landing);
  switch (operation.op) {
    case 'add':
      return land(adding(operation.value));
    case 'set':
      return land(setting(operation.value));
    case 'replace':
      return land(replacing(operation.value));
    case 'incr':
      return land(increasing(operation.value));
    case 'remove':
      return land(removing);
  }
};

/** The document with every operation applied in turn. Throws 400 at the first that cannot be. */
export const patched = (document: JsonObject, operations: readonly PatchOperation[]): JsonObject => {
  const after = operations.reduce<Json>(applied, document);
  if (!isObject(after)) throw badRequest('A patch cannot replace the whole document.');
  return after;
};
