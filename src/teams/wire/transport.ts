import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import { type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';

import { err, ok, type Result } from '../../result';

import { type Connector } from './connector';
import { type StoredReference } from './references';
import { type CardJson } from './respond';
import { ConnectorError, type SendFailure } from './send-failure';

/** `summary` is the notification's text, and is seen on lock screens (security.md row 11). */
export type CardMessage = { readonly card: CardJson; readonly summary: string };

type Address = { readonly serviceUrl: string; readonly tenantId: string; readonly botId: string };
type ChannelAddress = Address & { readonly channelId: string };
type PersonAddress = Address & { readonly userId: string };

type Sent<T> = Promise<Result<T, SendFailure>>;

/** Sends once, within the connector's time. An expected failure is a value; only a fault of our own is thrown. */
export type Transport = {
  readonly sendCard: (to: StoredReference, message: CardMessage) => Sent<{ readonly activityId: string }>;
  readonly editCard: (to: StoredReference, activityId: string, message: CardMessage) => Sent<void>;
  /** Begins a new thread in the channel; `conversationId` is the thread. */
  readonly postToChannel: (
    to: ChannelAddress,
    message: CardMessage,
  ) => Sent<{ readonly activityId: string; readonly conversationId: string }>;
  /** Finds or makes the 1:1 chat; says nothing in it. */
  readonly openChat: (to: PersonAddress) => Sent<StoredReference>;
};

type Conversations = ConnectorClient['conversations'];
type Call<T> = (conversations: Conversations) => Promise<T>;

const Stored = z.object({ id: z.string().min(1) });
const Begun = z.object({ id: z.string().min(1), activityId: z.string().min(1) });

/** The library's own complaint about an answer that it could not read: by then the message was accepted. */
const isUnreadableAnswer = (fault: unknown): boolean =>
  fault instanceof z.ZodError || (fault instanceof Error && fault.name === 'RestError');

const failureOf = (fault: unknown): SendFailure => {
  if (fault instanceof ConnectorError) return fault.failure;
  if (isUnreadableAnswer(fault)) return { kind: 'ambiguous' };
  throw fault;
};

/** A card alone: Teams' clients show a text and a card in one message as two. */
const activityOf = ({ card, summary }: CardMessage, { tenantId }: { readonly tenantId: string }) => ({
  type: ActivityTypes.Message,
  summary,
  attachments: [CardFactory.adaptiveCard(card)],
  channelData: { tenant: { id: tenantId } },
});

const send = async (conversations: Conversations, to: StoredReference, message: CardMessage) => {
  const sent = await conversations.sendToConversation(to.conversationId, activityOf(message, to));
  return { activityId: Stored.parse(sent).id };
};

const begin = async (conversations: Conversations, to: ChannelAddress, message: CardMessage) => {
  const begun = await conversations.createConversation({
    isGroup: true,
    bot: { id: to.botId, name: '' },
    tenantId: to.tenantId,
    channelData: { channel: { id: to.channelId }, tenant: { id: to.tenantId } },
    // The type asks for all that a received activity has.
    activity: activityOf(message, to) as Activity,
  });
  const { id, activityId } = Begun.parse(begun);
  return { activityId, conversationId: id };
};

const open = async (conversations: Conversations, { serviceUrl, tenantId, botId, userId }: PersonAddress) => {
  const chat = await conversations.createConversation({
    isGroup: false,
    bot: { id: botId, name: '' },
    members: [{ id: userId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  });
  return { conversationId: Stored.parse(chat).id, serviceUrl, tenantId, botId, userId };
};

/** Sends cards to conversations that are not waiting for an answer: what the outbox stands on. */
export const createTransport = ({ clientAt }: Connector): Transport => {
  const at = async <T>(serviceUrl: string, call: Call<T>): Sent<T> => {
    try {
      const { conversations } = await clientAt(serviceUrl);
      return ok(await call(conversations));
    } catch (fault) {
      return err(failureOf(fault));
    }
  };
  return {
    sendCard: (to, message) => at(to.serviceUrl, conversations => send(conversations, to, message)),
    editCard: (to, activityId, message) =>
      at(to.serviceUrl, async conversations => {
        await conversations.updateActivity(to.conversationId, activityId, activityOf(message, to));
      }),
    postToChannel: (to, message) => at(to.serviceUrl, conversations => begin(conversations, to, message)),
    openChat: to => at(to.serviceUrl, conversations => open(conversations, to)),
  };
};
