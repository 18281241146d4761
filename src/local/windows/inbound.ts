import { type RequestHandler } from 'express';

import { InboundActivity, sentBy, type Sender } from './activity';
import { type Line } from './line';
import { createInstalls, isPageLoad } from './page-loads';
import { type LocalBot, type LocalChannel, type WindowPerson } from './people';
import { conversationAt, type Place, placeOf } from './places';
import { botAway, notFound, type Reply } from './replies';
import { type Switchboard } from './switchboard';

export type Inbound = {
  readonly people: readonly WindowPerson[];
  readonly channel: LocalChannel;
  readonly bot: LocalBot;
  readonly switchboard: Switchboard;
  /** The bot's own `/api/messages`. */
  readonly messagesUrl: string;
  readonly serviceUrl: (window: string) => string;
};

const TIMEOUT_MS = 30_000;
const NOTHING_NEW: Reply = { status: 200, body: {} };

type Shared = { readonly id: string; readonly place: Place };

/** A personal chat is always the person's own, whichever one the window names. */
const sharedConversation = (world: Inbound, { id: person }: WindowPerson) => {
  const { channel, switchboard } = world;
  return (local: string, line: Line): Shared => {
    const place = placeOf(local, channel);
    if (place.kind === 'personal') {
      const own: Place = { kind: 'personal', personId: person };
      return { id: conversationAt(own, channel.channelId), place: own };
    }
    if (place.kind !== 'channel' || place.thread === undefined) return { id: local, place };
    const thread = line.sharedThread(place.thread, switchboard.nextId);
    return { id: conversationAt(place, channel.channelId, thread), place: { kind: 'channel', thread } };
  };
};

/** The first message of a thread has the thread's id. */
const sharedId = (local: string | undefined, activity: InboundActivity, { place }: Shared) =>
  local !== undefined && place.kind === 'channel' && activity.conversation.id.endsWith(`=${local}`)
    ? place.thread
    : local;

const senderOf =
  (world: Inbound, person: WindowPerson, line: Line) =>
  (activity: InboundActivity): Sender => {
    const conversation = sharedConversation(world, person)(activity.conversation.id, line);
    const { replyToId } = activity;
    return {
      person,
      channel: world.channel,
      bot: world.bot,
      serviceUrl: world.serviceUrl(person.window),
      conversation,
      id: sharedId(activity.id, activity, conversation),
      replyToId: replyToId === undefined ? undefined : (line.sharedMessage(replyToId) ?? replyToId),
    };
  };

type Answer = { readonly status: number; readonly type: string | undefined; readonly body: string };

const answerOf = ({ status, body }: Reply): Answer => ({ status, type: 'json', body: JSON.stringify(body) });

const readAnswer = async (response: Response): Promise<Answer> => ({
  status: response.status,
  type: response.headers.get('content-type') ?? undefined,
  body: await response.text(),
});

/** The bot's answer as it came. */
const askBot = async (messagesUrl: string, activity: unknown): Promise<Answer> => {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  return fetch(messagesUrl, request)
    .then(readAnswer)
    .catch(() => answerOf(botAway(messagesUrl)));
};

const passing = (world: Inbound) => {
  const { switchboard, channel, messagesUrl, bot } = world;
  const isNews = createInstalls(bot);
  return async (person: WindowPerson, line: Line, activity: InboundActivity): Promise<Answer> => {
    const isFresh = isPageLoad(activity, placeOf(activity.conversation.id, channel));
    if (isFresh || !line.isLoaded()) switchboard.load(person.window);
    const sender = senderOf(world, person, line)(activity);
    const { place } = sender.conversation;
    return isNews(activity, conversationAt(place, channel.channelId))
      ? askBot(messagesUrl, sentBy(activity, sender))
      : answerOf(NOTHING_NEW);
  };
};

/** Takes what a window sends to the bot as its person, and gives that window the bot's answer as it is. */
export const inboundRoute = (world: Inbound): RequestHandler<{ window: string }> => {
  const pass = passing(world);
  const answerTo = (window: string, body: unknown): Promise<Answer> | Answer => {
    const person = world.people.find(each => each.window === window);
    const line = world.switchboard.line(window);
    const activity = InboundActivity.safeParse(body);
    return person !== undefined && line !== undefined && activity.success
      ? pass(person, line, activity.data)
      : answerOf(notFound('No such window, or not an activity.'));
  };
  return async ({ params, body: asked }, response) => {
    const { status, type, body } = await answerTo(params.window, asked);
    if (type !== undefined) response.type(type);
    response.status(status).send(body);
  };
};
