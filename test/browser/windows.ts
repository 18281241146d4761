import { type Browser } from 'playwright-core';

import { launchChromium } from './chromium';
import { type Seat, takeSeat } from './seat';
import { type RunningWorld, startWorld } from './world';

/** The local world with a browser before its windows; each seat is taken when it is first asked for. */
export type Windows = {
  readonly browser: Browser;
  readonly world: RunningWorld;
  readonly at: (window: string) => Promise<Seat>;
  readonly close: () => Promise<void>;
};

/** How long it may take until the windows are there. */
export const START_MS = 180_000;

const seating = (browser: Browser, world: RunningWorld): Windows['at'] => {
  const seats = new Map<string, Seat>();
  return async window => {
    const seat = seats.get(window) ?? (await takeSeat(browser, world.windows.get(window) ?? ''));
    seats.set(window, seat);
    return seat;
  };
};

/** The world's clock at `now`. */
export const openWindows = async (now: string): Promise<Windows> => {
  const browser = await launchChromium();
  const world = await startWorld(now).catch(async (fault: unknown) => {
    await browser.close();
    throw fault;
  });
  const close = async (): Promise<void> => {
    await Promise.all([browser.close(), world.stop()]);
  };
  return { browser, world, at: seating(browser, world), close };
};
