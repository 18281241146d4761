import { type Element } from '../../src/local/demo/element';

export type Path = readonly string[];

const isTree = (value: unknown): value is Element => typeof value === 'object' && value !== null;

/** Every place in it, containers too, without the whole. */
export const pathsIn = (value: unknown, at: Path = []): readonly Path[] =>
  isTree(value)
    ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...pathsIn(inner, [...at, key])])
    : [];

export const valueAt = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return value;
  return isTree(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined;
};

type Change = (value: unknown) => unknown;
/** What takes something away altogether. */
export const GONE = Symbol('gone');

const entriesWith = (value: Element, key: string, inner: unknown): unknown => {
  const others = Object.entries(value).filter(([name]) => name !== key);
  const entries = inner === GONE ? others : [...others, [key, inner] as const];
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
};

/** The same with another value in this place; the same as it was when there is no such place. */
export const changedAt = (value: unknown, [key, ...rest]: Path, change: Change): unknown => {
  if (key === undefined) return change(value);
  if (!isTree(value) || !Object.hasOwn(value, key)) return value;
  return entriesWith(value, key, changedAt(value[key], rest, change));
};

const ROUTES =
  /^(from\.id|recipient\.id|conversation\.id|serviceUrl|channelData\.(channel|team)\.id|membersAdded\.\d+(\..*)?)$/;

/** Where the sender can be reached: another good address there is no nonsense, but another address. */
export const isRoute = (path: Path): boolean => ROUTES.test(path.join('.'));
