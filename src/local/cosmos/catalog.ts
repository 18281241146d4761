import { parseDefinition, type ContainerDefinition } from './container-definition';
import { createTables } from './databases';
import { readPolicy, type Indexes } from './indexing-policy';
import { trustedJson } from './json';
import { parsePath, type PropertyPath } from './property-path';
import { type Sqlite } from './sqlite';

export type Described = {
  readonly definition: ContainerDefinition;
  readonly indexes: Indexes;
  /** Where a document carries its partition key. */
  readonly keyPath: PropertyPath;
};

/** The databases and containers of one file. Reading a definition is slow, so each text is read once. */
export type Catalog = { readonly sqlite: Sqlite; readonly describe: (definition: string) => Described };

export const described = (definition: ContainerDefinition): Described => ({
  definition,
  indexes: readPolicy(definition.indexingPolicy),
  keyPath: parsePath(definition.partitionKey.paths[0]),
});

const MOST_DEFINITIONS = 100;

const describing = (): Catalog['describe'] => {
  const known = new Map<string, Described>();
  return text => {
    const found = known.get(text) ?? described(parseDefinition(trustedJson(text)));
    if (known.size >= MOST_DEFINITIONS) known.clear();
    known.set(text, found);
    return found;
  };
};

/** Creates the catalog's own tables in a new file. */
export const openCatalog = (sqlite: Sqlite): Catalog => {
  createTables(sqlite);
  return { sqlite, describe: describing() };
};
