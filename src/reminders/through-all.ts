type Work<T> = {
  /** What there is to do now, or the first of it. */
  readonly page: () => Promise<readonly T[]>;
  /** The same for the same thing as long as nothing has changed about it. */
  readonly key: (one: T) => string;
  /** What belongs to one lane is taken one after another, and lanes at once; what belongs to none, before all others. */
  readonly lane?: (one: T) => string | undefined;
  readonly lanes?: number;
  /** Never rejects; false when this page can go no further. */
  readonly handle: (one: T) => Promise<boolean>;
};

/** How many of a page were taken up before it could go no further. */
const takenFrom = async <T>(page: readonly T[], work: Work<T>, tried: Set<string>) => {
  const { key, handle, lane = () => undefined, lanes = 1 } = work;
  const state = { before: tried.size, goesOn: true };
  const inTurn = async (row: readonly T[]): Promise<void> => {
    for (const one of row) {
      if (!state.goesOn) return;
      if (await handle(one)) tried.add(key(one));
      else state.goesOn = false;
    }
  };
  const rows = new Map<string | undefined, T[]>([[undefined, []]]);
  for (const one of page) rows.set(lane(one), [...(rows.get(lane(one)) ?? []), one]);
  const [first = [], ...left] = rows.values();
  await inTurn(first);
  const worker = async (): Promise<void> => {
    for (let row = left.shift(); row !== undefined; row = left.shift()) await inTurn(row);
  };
  await Promise.all(Array.from({ length: lanes }, worker));
  return tried.size - state.before;
};

/**
 * Takes page after page until one brings nothing new, so that what cannot be done is tried once and not for ever.
 * Answers how many were taken up.
 */
export const throughAll = async <T>(work: Work<T>): Promise<number> => {
  const tried = new Set<string>();
  const next = async (): Promise<readonly T[]> =>
    (await work.page()).filter(one => !tried.has(work.key(one)));
  while ((await takenFrom(await next(), work, tried)) > 0);
  return tried.size;
};
