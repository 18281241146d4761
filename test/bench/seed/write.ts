import { join } from 'node:path';
import { openCatalog } from '../../../src/local/cosmos/catalog';
import { type Container, findContainer, nextLsn } from '../../../src/local/cosmos/containers';
import { findDatabase } from '../../../src/local/cosmos/databases';
import { putDocument } from '../../../src/local/cosmos/documents';
import { trustedJson, isObject } from '../../../src/local/cosmos/json';
import { openSqlite, type Sqlite } from '../../../src/local/cosmos/sqlite';
import { LOCAL_DATABASE } from '../../../src/local/database';
import { type Document } from '../../../src/storage/database/steps';

const IN_ONE = 5_000;
const SECOND_MS = 1_000;
/** Half a gigabyte: the indexes are written all over the file. */
const ROOMY = 'PRAGMA cache_size(-500000)';

type Lying = { readonly sqlite: Sqlite; readonly container: Container };

const put = ({ sqlite, container }: Lying, document: Document): void => {
  const body = trustedJson(JSON.stringify(document));
  if (!isObject(body)) throw new Error('A document is an object.');
  const now = Math.floor(Date.now() / SECOND_MS);
  const scope = { sqlite, container, partition: JSON.stringify(document.pk), now };
  putDocument(scope, body, nextLsn(sqlite, container));
};

/** Puts documents straight into the container's file; nobody else may have it open. */
export const writeInto = (
  folder: string,
  { container: name, documents }: { readonly container: string; readonly documents: Iterable<Document> },
): void => {
  const sqlite = openSqlite(join(folder, 'cosmos.sqlite'));
  sqlite.rows(ROOMY);
  const catalog = openCatalog(sqlite);
  const container = findContainer(catalog, findDatabase(sqlite, LOCAL_DATABASE), name);
  const lying = { sqlite, container };
  const waiting: Document[] = [];
  const flush = (): void => {
    sqlite.transaction(() => {
      waiting.splice(0).forEach(document => {
        put(lying, document);
      });
    });
  };
  for (const document of documents) {
    waiting.push(document);
    if (waiting.length >= IN_ONE) flush();
  }
  flush();
  sqlite.close();
};
