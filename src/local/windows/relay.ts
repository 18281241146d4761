import { json, Router } from 'express';

import { connectorRoutes } from './connector';
import { inboundRoute } from './inbound';
import { type LocalBot, type LocalChannel, type WindowPerson } from './people';
import { createPlayground } from './playground';
import { onlyFromThisMachine } from './replies';
import { createSwitchboard } from './switchboard';

export type RelayOptions = {
  /** Everyone, with a window open or not. */
  readonly people: readonly WindowPerson[];
  readonly channel: LocalChannel;
  readonly bot: LocalBot;
  /** The bot's own `/api/messages`. */
  readonly messagesUrl: string;
  /** Where the relay's router is reached, without a path: `http://127.0.0.1:3978`. */
  readonly baseUrl: () => string;
};

export type Relay = {
  /** To be mounted at the root; every path begins with `/relay/`. */
  readonly router: Router;
  /** The bot endpoint to give the window's Playground. */
  readonly endpoint: (window: string) => string;
  /**
   * The Playground at `url` has the window from now on. Each time its page is loaded it is shown what its person
   * and the channel have been sent: the last 50 messages of each.
   */
  readonly attach: (window: string, playground: { readonly url: string }) => void;
  readonly detach: (window: string) => void;
  /** One line for each message that waits for someone whose window is not loaded, newest first, at most 50. */
  readonly waiting: (personId: string) => readonly string[];
};

const BODY_LIMIT = '1mb';

/**
 * Stands between the windows and the bot. Each Playground has a store of its own, so that alone, what the
 * bot sends to the channel would reach one window: the relay gives every window the same people,
 * conversations and message ids.
 */
export const createRelay = ({ people, channel, bot, messagesUrl, baseUrl }: RelayOptions): Relay => {
  const switchboard = createSwitchboard(people, channel);
  const at = (window: string) => `${baseUrl()}/relay/${window}`;
  const serviceUrl = (window: string) => `${at(window)}/connector/`;
  const router = Router();
  router.use('/relay', onlyFromThisMachine, json({ limit: BODY_LIMIT }));
  router.post(
    '/relay/:window/api/messages',
    inboundRoute({ people, channel, bot, switchboard, messagesUrl, serviceUrl }),
  );
  router.use(connectorRoutes({ people, channel, switchboard }));
  return {
    router,
    endpoint: window => `${at(window)}/api/messages`,
    attach: (window, { url }) => {
      switchboard.attach(window, createPlayground(url));
    },
    detach: switchboard.detach,
    waiting: switchboard.waiting,
  };
};
