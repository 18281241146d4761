import { type OutboundActivity } from './activity';
import { type Message } from './messages';
import { type Pairs } from './pairs';
import { type Place } from './places';
import { type Delivery, type Playground } from './playground';
import { createNames, createScreen, type Screen } from './screen';

/** The way to one window: what it is shown, in order. */
export type Line = {
  /** Undefined when the window is gone. */
  readonly attach: (playground: Playground | undefined) => void;
  /** The window's page is loaded, and empty as it is each time: shows it `backlog`, oldest first. */
  readonly load: (backlog: readonly Message[]) => void;
  readonly isLoaded: () => boolean;
  /** Edits the message where the window has it, else posts it. */
  readonly show: (message: Message) => Promise<Delivery>;
  /** As `show`, but only where the window has the message. */
  readonly amend: (message: Message) => Promise<Delivery>;
  /** Passes on something that leaves no message, such as typing. */
  readonly signal: (place: Place, activity: OutboundActivity) => Promise<Delivery>;
  readonly sharedMessage: (local: string) => string | undefined;
  /** The shared id of a thread the window knows; a thread begun in the window gets `fresh`. */
  readonly sharedThread: (local: string, fresh: () => string) => string;
};

/** One task after another, whatever becomes of each. */
const createQueue = () => {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const next = tail.then(task);
    tail = next.catch(() => undefined);
    return next;
  };
};

const upsert = async (screen: Screen, message: Message): Promise<Delivery> => {
  const amended = await screen.amend(message);
  return amended.kind === 'missing' ? screen.post(message) : amended;
};

const nameOf = (threads: Pairs, local: string, fresh: () => string): string => {
  const known = threads.shared(local);
  if (known !== undefined) return known;
  const shared = fresh();
  threads.bind(shared, local);
  return shared;
};

/**
 * A line with no window at its end yet. Until the window's page is loaded, what is sent there is `away`:
 * the Playground keeps messages for a page that is not there, and its page then drops some of them.
 */
export const createLine = (channelId: string): Line => {
  const queued = createQueue();
  const names = createNames();
  let playground: Playground | undefined;
  let screen: Screen | undefined;
  const on = (task: (screen: Screen) => Promise<Delivery>) =>
    queued(async (): Promise<Delivery> => (screen === undefined ? { kind: 'away' } : task(screen)));
  const show = (message: Message) => on(to => upsert(to, message));
  return {
    attach: to => {
      playground = to;
      screen = undefined;
    },
    load: backlog => {
      screen = playground && createScreen(playground, names, channelId);
      names.messages.clear();
      names.threads.clear();
      void Promise.all(backlog.map(show));
    },
    isLoaded: () => screen !== undefined,
    show,
    amend: message => on(to => to.amend(message)),
    signal: (place, activity) => on(to => to.send(place, activity)),
    sharedMessage: names.messages.shared,
    sharedThread: (local, fresh) => nameOf(names.threads, local, fresh),
  };
};
