import { createContainer, findContainer, type Container } from '../../../src/local/cosmos/containers';
import { openCatalog } from '../../../src/local/cosmos/catalog';
import { createDatabase } from '../../../src/local/cosmos/databases';
import { type JsonObject } from '../../../src/local/cosmos/json';
import { createDocument } from '../../../src/local/cosmos/operations';
import { openSqlite, type Sqlite } from '../../../src/local/cosmos/sqlite';

export type Bench = { readonly sqlite: Sqlite; readonly container: Container };

/** A container in memory without a server, for what is below the wire. */
export const openBench = (definition: JsonObject): Bench => {
  const sqlite = openSqlite(':memory:');
  const catalog = openCatalog(sqlite);
  const database = createDatabase(sqlite, { id: 'db' });
  const { definition: made } = createContainer(catalog, database, definition);
  return { sqlite, container: findContainer(catalog, database, made.id) };
};

type Partitioned = JsonObject & { readonly pk: string };

/** Creates every document in one transaction, at second zero. */
export const fill = ({ sqlite, container }: Bench, documents: Iterable<Partitioned>): void => {
  sqlite.transaction(() => {
    for (const body of documents) {
      createDocument({ sqlite, container, partition: JSON.stringify(body.pk), now: 0 }, { body });
    }
  });
};
