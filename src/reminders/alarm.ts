export type Alarm = {
  /** Ends the wait; one that has not begun ends at once. */
  readonly ring: () => void;
  readonly wait: (ms: number) => Promise<void>;
};

/** A wait that can be cut short, for one waiter. */
export const createAlarm = (): Alarm => {
  const state = { rung: false, wake: (): void => undefined };
  return {
    ring: () => {
      state.rung = true;
      state.wake();
    },
    wait: async ms => {
      const woken = new Promise<void>(resolve => {
        const timer = setTimeout(resolve, state.rung ? 0 : ms);
        state.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      await woken;
      state.rung = false;
    },
  };
};
