import { type OutboundActivity } from './activity';
import { type Message } from './messages';
import { createPairs, type Pairs } from './pairs';
import { conversationAt, type Place } from './places';
import { type Delivery, type Playground } from './playground';

/** What one window shows: the only place that speaks in that window's own ids. */
export type Screen = {
  readonly send: (place: Place, activity: OutboundActivity) => Promise<Delivery>;
  /** Edits the message; `missing` where the window does not show it. */
  readonly amend: (message: Message) => Promise<Delivery>;
  /** Posts the message and remembers what the window calls it. */
  readonly post: (message: Message) => Promise<Delivery>;
};

/** A window's names for messages and for threads of the channel. */
export type Names = { readonly messages: Pairs; readonly threads: Pairs };

export const createNames = (): Names => ({ messages: createPairs(), threads: createPairs() });

const remember = ({ messages, threads }: Names, { id, place }: Message, local: string): void => {
  messages.bind(id, local);
  if (place.kind !== 'channel' || place.thread === undefined) return;
  if (threads.local(place.thread) === undefined) threads.bind(place.thread, local);
};

/** A thread the window does not know is begun anew by the first message in it. */
export const createScreen = (playground: Playground, names: Names, channelId: string): Screen => {
  const conversation = (place: Place) => {
    const thread = place.kind === 'channel' ? place.thread : undefined;
    return conversationAt(place, channelId, thread === undefined ? undefined : names.threads.local(thread));
  };
  const send = (place: Place, activity: OutboundActivity) => {
    const id = conversation(place);
    return playground.post(id, { ...activity, conversation: { id } });
  };
  return {
    send,
    amend: async ({ id, place, activity }) => {
      const local = names.messages.local(id);
      return local === undefined
        ? { kind: 'missing' }
        : playground.edit(conversation(place), local, { ...activity, id: local });
    },
    post: async message => {
      const delivery = await send(message.place, message.activity);
      if (delivery.kind === 'shown' && delivery.id !== undefined) remember(names, message, delivery.id);
      return delivery;
    },
  };
};
