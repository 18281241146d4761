import { ticked, type Ticks } from './consent-matrix';

const ID = /^see-([B-F])-([a-z0-9-]+)$/;
const PACKED = /^([B-F])([0-9a-z]{1,2}):([0-9a-f]{1,32})$/;

type Row = { readonly group: string; readonly from: string; readonly to: readonly string[] };

const rowsOf = (ticks: Ticks): readonly Row[] =>
  Object.entries(ticks).flatMap(([id, text]) => {
    const [, group, from] = ID.exec(id) ?? [];
    return group === undefined || from === undefined ? [] : [{ group, from, to: ticked(text) }];
  });

/**
 * Ticks in a text that is short enough for a button to carry: each agency is named once, and a row is its group, its
 * agency's place among the names, and a bit for each of them that is ticked. What the matrix looks like is not needed to
 * read it, so that a row that has come since moves nothing.
 */
export const packTicks = (ticks: Ticks): string => {
  const rows = rowsOf(ticks);
  const names = [...new Set(rows.flatMap(({ from, to }) => [from, ...to]))];
  const bits = (to: readonly string[]): bigint =>
    names.reduce((sum, name, place) => (to.includes(name) ? sum + (1n << BigInt(place)) : sum), 0n);
  const packed = rows.map(
    ({ group, from, to }) => `${group}${names.indexOf(from).toString(36)}:${bits(to).toString(16)}`,
  );
  return `${names.join('|')};${packed.join(',')}`;
};

/** What is no row becomes one that no matrix has: it is refused, not passed over. */
const unpacked = (names: readonly string[], row: string): readonly [string, string] => {
  const [, group = '', from = '', hex = '0'] = PACKED.exec(row) ?? [];
  const bits = BigInt(`0x${hex}`);
  const to = names.filter((_, place) => (bits >> BigInt(place)) % 2n === 1n);
  return [`see-${group}-${names[Number.parseInt(from, 36)] ?? ''}`, to.join(',')];
};

export const unpackTicks = (text: string): Ticks => {
  const end = text.indexOf(';');
  const names = text.slice(0, Math.max(0, end)).split('|');
  const rows = text.slice(end + 1).split(',');
  return Object.fromEntries(rows.filter(row => row !== '').map(row => unpacked(names, row)));
};
