import { type LocalChannel } from './people';

const THREAD = ';messageid=';

/**
 * Where a message is, in the ids the bot sees. `elsewhere` is a conversation that only one window knows,
 * such as its group chat.
 */
export type Place =
  | { readonly kind: 'personal'; readonly personId: string }
  | { readonly kind: 'channel'; readonly thread: string | undefined }
  | { readonly kind: 'elsewhere'; readonly conversation: string };

/** The id of a person's own chat with the bot; the same after every restart. */
export const personalConversation = (personId: string): string => `a:${personId}`;

/** The id of a thread in a channel, as Teams writes it. */
const threadConversation = (channelId: string, thread: string): string => `${channelId}${THREAD}${thread}`;

/** Reads a conversation id. The team's id means its General channel, as in Teams. */
export const placeOf = (conversation: string, channel: LocalChannel): Place => {
  const [base = '', thread] = conversation.split(THREAD);
  if (base === channel.channelId || base === channel.teamId) return { kind: 'channel', thread };
  return base.startsWith('a:')
    ? { kind: 'personal', personId: base.slice(2) }
    : { kind: 'elsewhere', conversation };
};

/** Writes a conversation id; `thread` is the thread's id where it is written for. */
export const conversationAt = (place: Place, channelId: string, thread?: string): string => {
  switch (place.kind) {
    case 'personal':
      return personalConversation(place.personId);
    case 'channel':
      return thread === undefined ? channelId : threadConversation(channelId, thread);
    case 'elsewhere':
      return place.conversation;
  }
};
