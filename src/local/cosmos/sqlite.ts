import Database from 'libsql';

export type Bind = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** SQL with its bound values, so that the two never part. */
export type Fragment = { readonly sql: string; readonly params: readonly Bind[] };

export type Sqlite = {
  readonly rows: (sql: string, params?: readonly Bind[]) => readonly Row[];
  readonly run: (sql: string, params?: readonly Bind[]) => void;
  /** All or nothing: what `work` throws rolls everything back and is thrown on. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};

/**
 * WAL with synchronous=FULL syncs the log to the disk before a commit returns, so an answer that was sent is
 * on the disk whatever kills the process or the machine; with NORMAL, a loss of power could take the last ones.
 * The server keeps nothing in memory that the file does not say, so two servers may share a file and wait in turn.
 */
const SETTINGS = ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000'];

const MOST_STATEMENTS = 300;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const statements = (database: Database.Database) => {
  const prepared = new Map<string, Database.Statement>();
  return (sql: string): Database.Statement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= MOST_STATEMENTS) prepared.clear();
    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
};

/** `file` is a path or ':memory:'. */
export const openSqlite = (file: string): Sqlite => {
  const database = new Database(file);
  SETTINGS.forEach(pragma => database.prepare(`PRAGMA ${pragma}`).all());
  const statement = statements(database);
  return {
    rows: (sql, params = []) =>
      statement(sql)
        .all([...params])
        .filter(isRow),
    run: (sql, params = []) => {
      statement(sql).run([...params]);
    },
    transaction: work => database.transaction(work).immediate(),
    close: () => {
      database.close();
    },
  };
};

export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} is not text`);
  return value;
};

export const numberOf = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`column ${column} is not a number`);
  return value;
};

/** A name as SQLite reads it; names come from property paths and may hold anything. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const fragment = (sql: string, ...params: readonly Bind[]): Fragment => ({ sql, params });

export const joined = (parts: readonly Fragment[], separator: string): Fragment => ({
  sql: parts.map(part => part.sql).join(separator),
  params: parts.flatMap(part => part.params),
});
