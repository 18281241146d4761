import { type Look } from '../domain/look';
import { type LogPage } from './ports/audit-log';

/** Rows of a log, newest first, and where the older ones begin, when there are any. */
export type LogRows = { readonly rows: readonly Look[]; readonly older?: Look['place'] };

type Reading = {
  readonly read: (page: LogPage) => Promise<readonly Look[]>;
  readonly counts: (look: Look) => boolean;
};

/** How many are read at a time, so that a page can be filled although not every row counts. */
const BATCH = 100;

/** Everything that counts, however far back it takes to find `enough`. */
const collected = async (
  { read, counts }: Reading,
  { before, since, enough }: Pick<LogPage, 'before' | 'since'> & { readonly enough: number },
): Promise<readonly Look[]> => {
  const from = before === undefined ? {} : { before };
  const batch = await read({ most: BATCH, ...from, ...(since === undefined ? {} : { since }) });
  const found = batch.filter(counts);
  const last = batch.at(-1);
  if (last === undefined || batch.length < BATCH || found.length >= enough) return found;
  const further = { before: last.place, ...(since === undefined ? {} : { since }) };
  return [...found, ...(await collected({ read, counts }, { ...further, enough: enough - found.length }))];
};

/** The newest `most` rows of the page that count, and a key to those after them. */
export const pageOf = async (reading: Reading, page: LogPage): Promise<LogRows> => {
  const found = await collected(reading, { ...page, enough: page.most + 1 });
  const rows = found.slice(0, page.most);
  const last = rows.at(-1);
  return found.length > rows.length && last !== undefined ? { rows, older: last.place } : { rows };
};

export const allOf = (reading: Reading): Promise<readonly Look[]> => collected(reading, { enough: Infinity });
