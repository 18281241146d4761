/** Ten rows to a list, more by key, never by offset (design.md §3). */
export const MOST_ROWS = 10;

export type Page<Row> = {
  readonly rows: readonly Row[];
  /** How many rows come before these. */
  readonly start: number;
  /** How many there are in the whole list. */
  readonly all: number;
  /** The key that the next page comes after; undefined on the last one. */
  readonly next: string | undefined;
};

type Paging<Row> = {
  readonly keyOf: (row: Row, place: number) => string;
  /** The key of the last row that was seen; the list begins anew when it is left out, or not there any more. */
  readonly after: string | undefined;
  readonly most?: number;
};

/** The part of a list that stands on one card. */
export const pageOf = <Row>(
  list: readonly Row[],
  { keyOf, after, most = MOST_ROWS }: Paging<Row>,
): Page<Row> => {
  const keys = list.map(keyOf);
  const start = after === undefined ? 0 : keys.indexOf(after) + 1;
  const end = start + most;
  return {
    rows: list.slice(start, end),
    start,
    all: list.length,
    next: end < list.length ? keys[end - 1] : undefined,
  };
};
