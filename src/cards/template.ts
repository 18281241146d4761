import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import { MISSING, plainSlots, withoutNulls } from './plain-slots';

/** A card, or a piece of one, as it goes over the wire. */
export type Card = Readonly<Record<string, unknown>>;
/** Plain values only: an object where a text is expected would become card JSON. */
export type Data = Readonly<Record<string, unknown>>;

const FOLDER = join(__dirname, '..', '..', 'cards');
type Layout = Readonly<Record<string, unknown>>;

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
const isLayout = (json: unknown): json is Layout =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** `{ "$include": "head", "$data": … }` stands for cards/parts/head.json with the rest laid over it. */
const included = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(included);
  if (!isLayout(json)) return json;
  const { $include: part, ...rest } = json;
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, included(value)]));
  const base = typeof part === 'string' ? included(read(join('parts', part))) : {};
  return isLayout(base) ? { ...base, ...own } : own;
};

/** Building a template costs a hundred times what filling it does: each is built once, when first asked for. */
const built = new Map<string, Template>();
const templateFor = (name: string): Template => {
  const known = built.get(name);
  if (known !== undefined) return known;
  const fresh = new Template(included(read(name)));
  built.set(name, fresh);
  return fresh;
};

/** Without this the library prints the name of a value that is missing. */
GlobalSettings.getUndefinedFieldValueSubstitutionString = () => MISSING;

/**
 * The layout `cards/<name>.json` with these values in it. One expansion: what stands in `data` is never read as a
 * template, so text typed by people may hold anything; and nothing but texts comes to stand where a text belongs.
 */
export const fill = (name: string, data: Data): Card => {
  const card = plainSlots(templateFor(name).expand({ $root: withoutNulls(data) }));
  return isLayout(card) ? card : {};
};
