import { badRequest, unsupported } from './refusal';

/** Property names from the document's root; the step '[]' stands for every element of an array. */
export type PropertyPath = readonly string[];

export const ELEMENTS = '[]';

/** SQLite's JSON paths cannot spell a quote or a backslash; a name with a control character is a mistake. */
const isSpeakable = (name: string): boolean => !/["\\\p{Cc}]/u.test(name);

export const checkedName = (name: string): string => {
  if (!isSpeakable(name)) throw unsupported(`the property name ${JSON.stringify(name)}`);
  return name;
};

export const pathText = (path: PropertyPath): string => `/${path.join('/')}`;

/** As a person writes it in a query, for messages. */
export const spoken = (path: PropertyPath): string => ['c', ...path].join('.');

export const samePath = (a: PropertyPath, b: PropertyPath): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index]);

export const sqliteJsonPath = (path: PropertyPath): string =>
  ['$', ...path.map(name => `"${name}"`)].join('.');

/** Reads `/a/b`, with or without quoted steps (`/"_etag"`), as indexing policies and partition keys write paths. */
export const parsePath = (text: string): PropertyPath => {
  if (!text.startsWith('/')) throw badRequest(`The path ${text} must begin with "/".`);
  return text
    .slice(1)
    .split('/')
    .map(step => checkedName(step.replace(/^"(.*)"$/, '$1')));
};
