import { typed } from './text';

/** So that spreadsheets read the text as UTF-8. */
const MARK = '\u{feff}';
/** Spreadsheets take what begins so for a formula; what cannot be seen, such as a tab, is gone by then. */
const FORMULA = /^[=+\-@]/;
const DIVIDES = /[";\r\n]/;

const cell = (text: string): string => {
  const plain = typed(text);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return DIVIDES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as spreadsheets here open it: semicolons, one row a line, and nothing in it that would be calculated. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map(row => `${row.map(cell).join(';')}\r\n`).join('');
