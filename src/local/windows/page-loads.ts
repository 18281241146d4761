import { z } from 'zod';

import { type InboundActivity } from './activity';
import { type LocalBot } from './people';
import { type Place } from './places';

/** What a Playground's page tells the bot when it opens a conversation, each time it is loaded. */
const Installed = z.looseObject({ type: z.literal('installationUpdate'), action: z.literal('add') });
const Removed = z.looseObject({ type: z.literal('installationUpdate'), action: z.literal('remove') });
const Joined = z.looseObject({
  type: z.literal('conversationUpdate'),
  membersAdded: z.array(z.looseObject({ id: z.string() })),
});

/** True when the page of a window was loaded, or loaded again, and shows nothing. */
export const isPageLoad = (activity: InboundActivity, place: Place): boolean =>
  place.kind === 'personal' && Installed.safeParse(activity).success;

const KINDS = ['installationUpdate', 'conversationUpdate'];

/**
 * Says of each activity whether the bot should hear it. That it was installed somewhere is news once: in
 * Teams that happens once, while a Playground says so whenever its page is loaded, and every window says it
 * of the channel. After a removal it is news again.
 */
export const createInstalls = (bot: LocalBot) => {
  const heard = new Set<string>();
  const keyOf = (kind: string, conversation: string) => `${kind} ${conversation}`;
  const isOfBot = (activity: InboundActivity) =>
    Installed.safeParse(activity).success ||
    Joined.safeParse(activity).data?.membersAdded.some(({ id }) => id === bot.id) === true;
  return (activity: InboundActivity, conversation: string): boolean => {
    if (Removed.safeParse(activity).success)
      for (const kind of KINDS) heard.delete(keyOf(kind, conversation));
    if (!isOfBot(activity)) return true;
    const key = keyOf(activity.type, conversation);
    const isNews = !heard.has(key);
    heard.add(key);
    return isNews;
  };
};
