import { type OutboundActivity } from './activity';
import { conversationAt, type Place } from './places';

export type Message = { readonly id: string; readonly place: Place; readonly activity: OutboundActivity };

export type Kept = {
  readonly keep: (message: Message) => void;
  readonly drop: (message: Pick<Message, 'id' | 'place'>) => void;
  readonly of: (place: Place) => readonly Message[];
  readonly all: () => readonly Message[];
};

/**
 * The last `limit` messages of each conversation as they read now, oldest first: what a window that
 * opens later is shown, and what waits for someone who has none.
 */
export const createKept = (limit: number): Kept => {
  const conversations = new Map<string, readonly Message[]>();
  const key = (place: Place) => conversationAt(place, 'channel');
  const of = (place: Place) => conversations.get(key(place)) ?? [];
  return {
    keep: message => {
      const before = of(message.place);
      const known = before.some(({ id }) => id === message.id);
      const after = known
        ? before.map(kept => (kept.id === message.id ? message : kept))
        : [...before, message].slice(-limit);
      conversations.set(key(message.place), after);
    },
    drop: ({ id, place }) => {
      conversations.set(
        key(place),
        of(place).filter(kept => kept.id !== id),
      );
    },
    of,
    all: () => [...conversations.values()].flat(),
  };
};
