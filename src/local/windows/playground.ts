import { z } from 'zod';

import { type OutboundActivity } from './activity';

/** What became of a message in one window. `away` is a window that does not answer. */
export type Delivery =
  | { readonly kind: 'shown'; readonly id: string | undefined }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'away' };

export type Playground = {
  readonly post: (conversation: string, activity: OutboundActivity) => Promise<Delivery>;
  readonly edit: (conversation: string, id: string, activity: OutboundActivity) => Promise<Delivery>;
};

const TIMEOUT_MS = 10_000;
const Answer = z.looseObject({ id: z.string().optional() });

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text.startsWith('{') ? JSON.parse(text) : undefined;
};

const deliveryOf = async (response: Response): Promise<Delivery> => {
  const body = await bodyOf(response);
  if (response.ok) return { kind: 'shown', id: Answer.safeParse(body).data?.id };
  return response.status === 404 ? { kind: 'missing' } : { kind: 'refused', status: response.status, body };
};

/** The connector service of one Playground at `url`, as a bot would use it. Never throws: a dead window is `away`. */
export const createPlayground = (url: string): Playground => {
  const send = async (
    method: 'POST' | 'PUT',
    path: string,
    activity: OutboundActivity,
  ): Promise<Delivery> => {
    const request = {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    return fetch(new URL(`/_connector/v3/conversations/${path}`, url), request)
      .then(deliveryOf)
      .catch(() => ({ kind: 'away' }));
  };
  const at = (conversation: string) => `${encodeURIComponent(conversation)}/activities`;
  return {
    post: (conversation, activity) => send('POST', at(conversation), activity),
    edit: (conversation, id, activity) =>
      send('PUT', `${at(conversation)}/${encodeURIComponent(id)}`, activity),
  };
};
