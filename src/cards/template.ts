import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import { type Words } from '../i18n/words';
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

/** A layout with its parts, as text. In it `#` begins what is filled first where a layout has two fillings (`saying`). */
const layoutOf = (name: string): string => JSON.stringify(included(read(name)));
const templateOf = (layout: string): Template => {
  const json: unknown = JSON.parse(layout);
  return new Template(json);
};

/** Building a template costs a hundred times what filling it does: each is built once, when first asked for. */
const once = <K>(built: Map<K, Template>, key: K, build: () => Template): Template => {
  const known = built.get(key);
  if (known !== undefined) return known;
  const fresh = build();
  built.set(key, fresh);
  return fresh;
};
const built = new Map<string, Template>();
const templateFor = (name: string): Template =>
  once(built, name, () => templateOf(layoutOf(name).replaceAll('#', '$')));

/** Without this the library prints the name of a value that is missing. */
GlobalSettings.getUndefinedFieldValueSubstitutionString = () => MISSING;

/** The template with these values in it, and nothing but texts where a text belongs. */
export const filled = (template: Template, data: Data): Card => {
  const card = plainSlots(template.expand({ $root: withoutNulls(data) }));
  return isLayout(card) ? card : {};
};

/**
 * The layout `cards/<name>.json` with these values in it. One expansion: what stands in `data` is never read as a
 * template, so text typed by people may hold anything.
 */
export const fill = (name: string, data: Data): Card => filled(templateFor(name), data);

/** Stands for `$` while `#` is filled. */
const LATER = '\uE000';
const READ_AS_TEMPLATE = /[$\uE000]/;

/** What a layout says in one language: `#{…}`, `#data` and `#when` are done, `${…}` is still to come. */
const said = (name: string, words: Data): Template => {
  if (READ_AS_TEMPLATE.test(JSON.stringify(words)))
    throw new Error(`${name}: words that would be read as a template`);
  const first = templateOf(layoutOf(name).replaceAll('$', LATER).replaceAll('#', '$'));
  return templateOf(JSON.stringify(first.expand({ $root: words })).replaceAll(LATER, '$'));
};

/**
 * As `fill`, for a layout that mostly says the same to everybody: the words are filled in once for each language, and
 * each card only with what is its own. The words go through a second expansion, so they must come of `Words` alone;
 * what anybody typed belongs in `data`.
 */
export const saying = (name: string, words: (t: Words) => Data): ((t: Words, data: Data) => Card) => {
  const inLanguage = new Map<Words, Template>();
  return (t, data) =>
    filled(
      once(inLanguage, t, () => said(name, words(t))),
      data,
    );
};
