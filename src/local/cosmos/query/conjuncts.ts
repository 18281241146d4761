import { ELEMENTS, type PropertyPath } from '../property-path';
import { byKind, type ByKind, type Condition } from './ast';

/** What must all be true at once. */
export const conjuncts = (condition: Condition): readonly Condition[] =>
  condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition];

const itsPath = ({ path }: { readonly path: PropertyPath }): PropertyPath => path;
const itsElements = ({ path }: { readonly path: PropertyPath }): PropertyPath => [...path, ELEMENTS];

const READ: ByKind<readonly PropertyPath[]> = {
  all: ({ of }) => of.flatMap(readBy),
  any: ({ of }) => of.flatMap(readBy),
  not: ({ of }) => readBy(of),
  fixed: () => [],
  holds: condition => [itsElements(condition)],
  compare: condition => [itsPath(condition)],
  among: condition => [itsPath(condition)],
  defined: condition => [itsPath(condition)],
  starts: condition => [itsPath(condition)],
};

/** Every property the condition reads; an array is marked by a last step `[]`. */
export const readBy = (condition: Condition): readonly PropertyPath[] => byKind(READ, condition);

const SOUGHT: ByKind<PropertyPath | undefined> = {
  all: () => undefined,
  any: () => undefined,
  not: () => undefined,
  fixed: () => undefined,
  holds: itsElements,
  compare: ({ comparator, path }) => (comparator === '!=' ? undefined : path),
  among: itsPath,
  defined: itsPath,
  starts: itsPath,
};

/** The property by which an index can find what this one condition wants. */
export const soughtBy = (condition: Condition): PropertyPath | undefined => byKind(SOUGHT, condition);
