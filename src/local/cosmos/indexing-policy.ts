import { type IndexingPolicy } from './container-definition';
import { parsePath, samePath, type PropertyPath } from './property-path';

export type SortKey = { readonly path: PropertyPath; readonly descending: boolean };

/** An indexing policy with its paths read. */
export type Indexes = {
  readonly included: readonly PropertyPath[];
  readonly excluded: readonly PropertyPath[];
  readonly composites: readonly (readonly SortKey[])[];
};

const pathsOf = (patterns: readonly { readonly path: string }[]): readonly PropertyPath[] =>
  patterns.map(({ path }) => parsePath(path));

/** Throws 400 for a path that cannot be read. */
export const readPolicy = (policy: IndexingPolicy): Indexes => ({
  included: pathsOf(policy.includedPaths),
  excluded: pathsOf(policy.excludedPaths),
  composites: policy.compositeIndexes.map(composite =>
    composite.map(({ path, order }) => ({ path: parsePath(path), descending: order === 'descending' })),
  ),
});

/** The service indexes these whatever the policy says. */
const ALWAYS: readonly PropertyPath[] = [['id'], ['_ts']];

const covers = (pattern: PropertyPath, path: PropertyPath): boolean => {
  const steps = pattern.slice(0, -1);
  const within = steps.every((step, index) => step === path[index]);
  return within && (pattern.at(-1) === '*' || steps.length === path.length);
};

/** How precisely a list of policy paths names `path`: deeper beats shallower, `?` beats `*`; -1 is not at all. */
const precision = (patterns: readonly PropertyPath[], path: PropertyPath): number =>
  Math.max(
    -1,
    ...patterns
      .filter(pattern => covers(pattern, path))
      .map(pattern => pattern.length * 2 + (pattern.at(-1) === '?' ? 1 : 0)),
  );

/** Whether the container's policy indexes this scalar property (or, with a last step `[]`, this array's elements). */
export const isIndexed = ({ included, excluded }: Indexes, path: PropertyPath): boolean =>
  ALWAYS.some(always => samePath(always, path)) || precision(included, path) > precision(excluded, path);

/** The properties that the policy names one by one; under a wildcard there are none to name. */
export const namedPaths = ({ included }: Indexes): readonly PropertyPath[] =>
  included.filter(path => path.at(-1) === '?').map(path => path.slice(0, -1));

const serves = (index: readonly SortKey[], wanted: readonly SortKey[]): boolean => {
  if (index.length !== wanted.length) return false;
  const turned = index[0]?.descending !== wanted[0]?.descending;
  return index.every(({ path, descending }, position) => {
    const key = wanted[position];
    return key !== undefined && samePath(path, key.path) && descending === (key.descending !== turned);
  });
};

/** A composite index serves exactly its own properties, in its own directions or all of them turned. */
export const hasComposite = ({ composites }: Indexes, wanted: readonly SortKey[]): boolean =>
  composites.some(composite => serves(composite, wanted));
