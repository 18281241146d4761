/** Ids that everyone shares, and what one window calls the same thing. */
export type Pairs = {
  readonly bind: (shared: string, local: string) => void;
  /** The latest name the window has for it. */
  readonly local: (shared: string) => string | undefined;
  /** Every name the window ever had for it leads here. */
  readonly shared: (local: string) => string | undefined;
  /** The window shows nothing any more; what is still on someone's screen can be pressed all the same. */
  readonly clear: () => void;
};

/** An empty set of pairs; it grows with what the window is shown. */
export const createPairs = (): Pairs => {
  const locals = new Map<string, string>();
  const shareds = new Map<string, string>();
  return {
    bind: (shared, local) => {
      locals.set(shared, local);
      shareds.set(local, shared);
    },
    local: shared => locals.get(shared),
    shared: local => shareds.get(local),
    clear: () => {
      locals.clear();
    },
  };
};

/**
 * Ids like those of Teams: milliseconds, growing. They stay unique over restarts, so that what the bot
 * remembers of an earlier run is never mistaken for something new.
 */
export const createIds = (now: () => number): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(now(), last + 1);
    return String(last);
  };
};
