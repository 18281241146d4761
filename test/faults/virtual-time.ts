/** Time that passes only from one planned happening to the next. */
export type VirtualTime = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly at: (moment: number, act: () => void) => void;
  /** Until `isOver`, asked after every happening, or until nothing is planned. */
  readonly run: (isOver: () => boolean) => Promise<void>;
};

type Planned = { readonly moment: number; readonly act: () => void };

/** Runs after everything that is ready to go on has gone on: promises come before the next tick. */
const settled = (): Promise<void> =>
  new Promise(resolve => {
    process.nextTick(resolve);
  });

/** Where it belongs among those planned, latest first: after all that come earlier or at the same moment. */
const placeOf = (planned: readonly Planned[], moment: number): number => {
  let [from, to] = [0, planned.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((planned[middle]?.moment ?? 0) > moment) from = middle + 1;
    else to = middle;
  }
  return from;
};

export const virtualTime = (start: number): VirtualTime => {
  const planned: Planned[] = [];
  let now = start;
  return {
    now: () => now,
    at: (moment, act) => {
      planned.splice(placeOf(planned, moment), 0, { moment, act });
    },
    run: async isOver => {
      await settled();
      for (let next = planned.pop(); next !== undefined; next = planned.pop()) {
        now = Math.max(now, next.moment);
        next.act();
        await settled();
        if (isOver()) return;
      }
    },
  };
};
