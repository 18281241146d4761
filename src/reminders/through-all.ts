type Work<T> = {
  /** What there is to do now, or the first of it. */
  readonly page: () => Promise<readonly T[]>;
  /** The same for the same thing as long as nothing has changed about it. */
  readonly key: (one: T) => string;
  /** Never rejects; false when this page can go no further. */
  readonly handle: (one: T) => Promise<boolean>;
};

/** How many of a page were taken up before it could go no further. */
const takenFrom = async <T>(page: readonly T[], { key, handle }: Work<T>, tried: Set<string>) => {
  const before = tried.size;
  for (const one of page) {
    if (!(await handle(one))) break;
    tried.add(key(one));
  }
  return tried.size - before;
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
