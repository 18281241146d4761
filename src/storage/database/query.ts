import { type Container } from '@azure/cosmos';
import { type Within } from '../../use-cases/ports/common';
import { codeOf, storageFault } from '../faults';
import { bounded } from './bounded';

/** What follows WHERE, and the values it names with @. Only indexed properties may stand in it (containers.ts). */
export type Query = {
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The first so many in the order of this indexed property; all, in no order, when undefined. */
  readonly first?: { readonly by: string; readonly limit: number; readonly descending?: true };
  /** Only these properties of each, named by their last step; all of it when undefined. */
  readonly select?: readonly string[];
  /** Within this partition only. */
  readonly partition?: string;
};

type Queries = {
  readonly query: (query: Query, within: Within) => Promise<readonly unknown[]>;
  readonly count: (query: Query, within: Within) => Promise<number>;
};

const run = async (
  container: Container,
  { text, values, partition }: Pick<Query, 'values' | 'partition'> & { readonly text: string },
  within: Within,
): Promise<readonly unknown[]> => {
  const parameters = Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
  try {
    const asked = container.items.query<unknown>(
      { query: text, parameters },
      { abortSignal: within, ...(partition === undefined ? {} : { partitionKey: partition }) },
    );
    return (await bounded(within, () => asked.fetchAll())).resources;
  } catch (fault) {
    within.throwIfAborted();
    throw storageFault(`query ${container.id}`, codeOf(fault));
  }
};

const textOf = ({ where, first, select }: Query): string =>
  first === undefined
    ? `SELECT ${select?.map(path => `c.${path}`).join(', ') ?? '*'} FROM c WHERE ${where}`
    : `SELECT TOP ${first.limit.toString()} * FROM c WHERE ${where} ORDER BY c.${first.by}${first.descending === true ? ' DESC' : ''}`;

/** Across partitions, unless one is named: no query here asks for content, so each costs what it finds. */
export const queriesIn = (container: Container): Queries => ({
  query: (query, within) => run(container, { ...query, text: textOf(query) }, within),
  count: async ({ where, first: _, ...asked }, within) => {
    const text = `SELECT VALUE COUNT(1) FROM c WHERE ${where}`;
    const [found] = await run(container, { ...asked, text }, within);
    return typeof found === 'number' ? found : 0;
  },
});
