/** What may be told of work: kinds, codes and how it ended. No id of a person or a case, no key, no query, no word. */
export type Marks = {
  readonly verb?: string;
  readonly place?: string;
  readonly outcome?: string;
  readonly correlation?: string;
  readonly errand?: string;
  readonly container?: string;
  readonly status?: number;
};

type Work = {
  /** Names the kind of work: a verb, an operation. */
  readonly name: string;
  /** A request is part of the turn or send that runs; these begin anew. */
  readonly kind: 'turn' | 'request' | 'send';
  readonly marks: Marks;
};

/** Runs work, and tells that it ran, how long and within what. Changes nothing of what it answers or throws. */
export type Traced = <T>(work: Work, run: (mark: (marks: Marks) => void) => Promise<T>) => Promise<T>;

/** For whoever is not told of. */
export const untraced: Traced = (_, run) => run(() => undefined);
