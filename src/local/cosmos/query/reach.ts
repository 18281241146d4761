import { type Container } from '../containers';
import { hasComposite, isIndexed, type SortKey } from '../indexing-policy';
import { ensureElements, holdersOf } from '../element-index';
import { ensureIndex, inlineKey } from '../key-columns';
import { type PartitionKey } from '../partition-key';
import { ELEMENTS, pathText, samePath, spoken, type PropertyPath } from '../property-path';
import { badRequest } from '../refusal';
import { type Sqlite } from '../sqlite';
import { type Condition, type Query } from './ast';
import { conjuncts, readBy } from './conjuncts';
import { type Reach } from './filter';

export type Target = {
  readonly sqlite: Sqlite;
  readonly container: Container;
  /** Undefined when the query spans partitions. */
  readonly partition: PartitionKey | undefined;
  readonly now: number;
};

/** Reads properties from the body alone: right for one known document. */
export const INLINE: Reach = { key: inlineKey, holders: () => undefined };

const namesPartition = (path: PropertyPath, condition: Condition): PartitionKey | undefined =>
  condition.kind === 'compare' && condition.comparator === '=' && samePath(condition.path, path)
    ? JSON.stringify(condition.value)
    : undefined;

/** A condition that pins the partition key keeps the query within that partition, as the service routes it. */
export const partitionOf = (target: Target, { where }: Query): PartitionKey | undefined =>
  target.partition ??
  conjuncts(where)
    .map(condition => namesPartition(target.container.keyPath, condition))
    .find(partition => partition !== undefined);

const wanted = (path: PropertyPath): string => `${pathText(path)}/?`;

const checkFilter = ({ definition, indexes }: Container, where: Condition): void => {
  const missing = readBy(where).find(path => !isIndexed(indexes, path));
  if (missing === undefined) return;
  throw badRequest(
    `The query filters on ${spoken(missing.filter(step => step !== ELEMENTS))} across partitions, and the indexing policy of ${definition.id} does not include ${wanted(missing)}: the service would read the whole container.`,
  );
};

const checkOrder = ({ definition, indexes }: Container, orderBy: readonly SortKey[]): void => {
  const missing = orderBy.find(({ path }) => !isIndexed(indexes, path));
  if (orderBy.length === 1 && missing !== undefined) {
    throw badRequest(
      `The index path corresponding to the specified order-by item is excluded: ${wanted(missing.path)} in ${definition.id}.`,
    );
  }
  if (orderBy.length > 1 && !hasComposite(indexes, orderBy)) {
    throw badRequest(
      'The order by query does not have a corresponding composite index that it can be served from.',
    );
  }
};

/**
 * Throws 400 where the service refuses (an order without its index), and where it would obey at the price of the
 * whole container (a filter across partitions on a property without its index): design.md wants the mistake seen.
 */
export const checkIndexes = (target: Target, { where, orderBy }: Query): void => {
  if (target.partition === undefined) checkFilter(target.container, where);
  checkOrder(target.container, orderBy);
};

/** Through the indexes where the policy has them, from the body elsewhere. */
export const reachOf = ({ sqlite, container, partition }: Target): Reach => {
  const { indexes } = container;
  return {
    key: path => (isIndexed(indexes, path) ? ensureIndex(sqlite, container.number, path) : inlineKey(path)),
    holders: (path, value) => {
      const elements = [...path, ELEMENTS];
      if (partition !== undefined || !isIndexed(indexes, elements)) return undefined;
      ensureElements(sqlite, container.number, elements);
      return holdersOf(container.number, path, value);
    },
  };
};
