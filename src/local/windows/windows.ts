import { type LocalBot, type LocalChannel, type WindowPerson } from './people';
import { type Relay } from './relay';
import { type OpenWindow, startWindow } from './start-window';

export type WindowsOptions = {
  readonly people: readonly WindowPerson[];
  readonly channel: LocalChannel;
  readonly bot: LocalBot;
  readonly relay: Pick<Relay, 'attach' | 'detach' | 'endpoint'>;
  readonly dataDir: string;
  /** The n-th person's window tries port `firstPort + n`, so that an address outlives a restart. */
  readonly firstPort: number;
  readonly start?: typeof startWindow;
};

export type Windows = {
  /**
   * The address of the person's window, started if need be; once, however many ask at the same time.
   * Rejects for an unknown person, and when it cannot start.
   */
  readonly open: (window: string) => Promise<string>;
  readonly opened: () => readonly { readonly person: WindowPerson; readonly url: string }[];
  readonly stop: () => Promise<void>;
};

const startFor = (options: WindowsOptions, window: string): Promise<OpenWindow> => {
  const { people, relay, firstPort, start = startWindow } = options;
  const person = people.find(each => each.window === window);
  if (person === undefined) throw new Error(`No person has the window ${window}.`);
  const port = firstPort + people.indexOf(person);
  return start({ ...options, window, person, others: people, port, endpoint: relay.endpoint(window) });
};

const stopAll = async (windows: Iterable<Promise<OpenWindow>>): Promise<void> => {
  const settled = await Promise.allSettled(windows);
  await Promise.all(settled.map(async each => (each.status === 'fulfilled' ? each.value.stop() : undefined)));
};

type Shown = Pick<WindowsOptions, 'people' | 'relay'>;

/** The windows that run, each attached to the relay for as long as it does. */
const createRunning = ({ people, relay }: Shown) => {
  const running = new Map<string, OpenWindow>();
  return {
    add: (window: string, opened: OpenWindow) => {
      running.set(window, opened);
      relay.attach(window, opened);
    },
    remove: (window: string) => {
      if (running.delete(window)) relay.detach(window);
    },
    opened: () =>
      people.flatMap(person => {
        const url = running.get(person.window)?.url;
        return url === undefined ? [] : [{ person, url }];
      }),
  };
};

/** The windows of the local world and the relay's knowledge of them, kept together. */
export const createWindows = (options: WindowsOptions): Windows => {
  const starting = new Map<string, Promise<OpenWindow>>();
  const running = createRunning(options);
  const forget = (window: string) => {
    starting.delete(window);
    running.remove(window);
  };
  const begin = async (window: string): Promise<OpenWindow> => {
    const opened = await startFor(options, window);
    void opened.ended.then(() => {
      forget(window);
    });
    running.add(window, opened);
    return opened;
  };
  return {
    open: async window => {
      const opening = starting.get(window) ?? begin(window);
      starting.set(window, opening);
      opening.catch(() => {
        forget(window);
      });
      return (await opening).url;
    },
    opened: running.opened,
    stop: () => stopAll(starting.values()),
  };
};
