import { type Scope, type Stored } from '../documents';
import { documentsTable } from '../key-columns';
import { filter } from './filter';
import { parsePredicate } from './parse';
import { INLINE } from './reach';

/** Whether a patch's condition, `from c where …`, is true of the document. Throws 400 for one it cannot read. */
export const holds = ({ sqlite, container }: Scope, { number }: Stored, predicate: string): boolean => {
  const { sql, params } = filter(INLINE, parsePredicate(predicate));
  const table = documentsTable(container.number);
  return (
    sqlite.rows(`SELECT 1 AS found FROM ${table} WHERE number = ? AND ${sql}`, [number, ...params]).length > 0
  );
};
