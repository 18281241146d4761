import { type Container } from '@azure/cosmos';
import { type Within } from '../../use-cases/ports/common';
import { storageFault } from '../faults';
import { bounded } from './bounded';

/** What follows WHERE, and the values it names with @. Only indexed properties may stand in it (containers.ts). */
export type Query = {
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The first so many in the order of this indexed property; all, in no order, when undefined. */
  readonly first?: { readonly by: string; readonly limit: number };
};

type Queries = {
  readonly query: (query: Query, within: Within) => Promise<readonly unknown[]>;
  readonly count: (query: Query, within: Within) => Promise<number>;
};

const run = async (
  container: Container,
  { text, values }: { readonly text: string; readonly values: Query['values'] },
  within: Within,
): Promise<readonly unknown[]> => {
  const parameters = Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
  try {
    const asked = container.items.query<unknown>({ query: text, parameters }, { abortSignal: within });
    return (await bounded(within, () => asked.fetchAll())).resources;
  } catch {
    within.throwIfAborted();
    throw storageFault('query');
  }
};

/** Across partitions: no query here asks for content, so each costs what it finds. */
export const queriesIn = (container: Container): Queries => ({
  query: ({ where, values, first }, within) => {
    const text =
      first === undefined
        ? `SELECT * FROM c WHERE ${where}`
        : `SELECT TOP ${first.limit.toString()} * FROM c WHERE ${where} ORDER BY c.${first.by}`;
    return run(container, { text, values }, within);
  },
  count: async ({ where, values }, within) => {
    const [found] = await run(
      container,
      { text: `SELECT VALUE COUNT(1) FROM c WHERE ${where}`, values },
      within,
    );
    return typeof found === 'number' ? found : 0;
  },
});
