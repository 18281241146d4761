import { once } from 'node:events';

import WebSocket from 'ws';
import { z } from 'zod';

const Shown = z.object({
  action: z.string(),
  actionConversationId: z.string().optional(),
  message: z.looseObject({
    messageId: z.string(),
    text: z.string().optional(),
    postConversationId: z.string().nullish(),
  }),
});

export type Shown = {
  readonly action: string;
  readonly id: string;
  readonly conversation: string;
  readonly words: string;
};

const shownOf = ({ action, actionConversationId, message }: z.infer<typeof Shown>): Shown => ({
  action,
  id: message.messageId,
  conversation: message.postConversationId ?? actionConversationId ?? '',
  words: JSON.stringify(message),
});

const post = async (url: string, body: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
};

/** Uses a Playground as its page does, without a browser. */
export const useHeadless = async (url: string, user: string) => {
  const shown: Shown[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (data: Buffer) => {
    const read = Shown.safeParse(JSON.parse(data.toString()));
    if (read.success) shown.push(shownOf(read.data));
  });
  await once(socket, 'open');
  const load = () => post(`${url}/_debug/conversation/${encodeURIComponent(`a:${user}`)}/installation`, {});
  await load();
  return {
    shown,
    /** What the page does when it is loaded. */
    load,
    say: (conversation: string, text: string, mention?: { readonly id: string; readonly name: string }) =>
      post(`${url}/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
        from: { id: user },
        text: mention === undefined ? text : `<at>${mention.name}</at> ${text}`,
        textFormat: 'plain',
        ...(mention && { mentions: [{ mentioned: { id: mention.id }, text: `<at>${mention.name}</at>` }] }),
      }),
    press: (message: Shown) =>
      post(`${url}/_conversation/v1/invoke`, {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'open', data: {} }, trigger: 'manual' },
        from: { id: user },
        conversation: { id: message.conversation },
        replyToId: message.id,
      }),
    close: () => {
      socket.close();
    },
  };
};

/** The first item that matches, once it is there; rejects after two seconds. */
export const until = async <T>(items: readonly T[], matches: (item: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = items.find(matches);
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`Not among ${JSON.stringify(items).slice(0, 2_000)}`);
};
