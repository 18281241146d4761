import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  type ConversationReference,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import express, { type Express } from 'express';

import { BOT, CHANNEL } from './people';

const layout = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  actions: [{ type: 'Action.Execute', title: 'Åpne sak', verb: 'open', data: {} }],
});

/** A card with one button; its text is its only content. */
export const card = (text: string): Partial<Activity> =>
  MessageFactory.attachment(CardFactory.adaptiveCard(layout(text)));

const answerPress = (context: TurnContext) =>
  context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: {
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: layout(`bare for ${context.activity.from.id}`),
      },
    },
  });

const answerMessage = async (context: TurnContext) => {
  if (!context.activity.text.includes('medlemmer')) {
    await context.sendActivity(`ekko: ${context.activity.from.name}`);
    return;
  }
  const { members } = await TeamsInfo.getPagedMembers(context);
  const me = await TeamsInfo.getMember(context, context.activity.from.aadObjectId ?? '');
  await context.sendActivity(`${String(members.length)} medlemmer, du er ${me.name}`);
};

const turn = (heard: Activity[]) => async (context: TurnContext) => {
  heard.push(context.activity);
  if (context.activity.type === 'invoke') await answerPress(context);
  if (context.activity.type === 'message') await answerMessage(context);
};

/** A real bot on the real adapter: it echoes, answers a press with a card for the presser, and sends on demand. */
export const createBot = (serviceUrl: () => string) => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const heard: Activity[] = [];
  const mount = (app: Express): void => {
    app.post('/api/messages', express.json(), (request, response) =>
      adapter.process(request, response, turn(heard)),
    );
  };
  const reference = (conversation: string): Partial<ConversationReference> => ({
    channelId: 'msteams',
    serviceUrl: serviceUrl(),
    bot: BOT,
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
  });
  const within = async <T>(conversation: string, use: (context: TurnContext) => Promise<T>): Promise<T> => {
    let result: { readonly value: T } | undefined;
    await adapter.continueConversationAsync('', reference(conversation), async context => {
      result = { value: await use(context) };
    });
    if (result === undefined) throw new Error('The turn did not run.');
    return result.value;
  };
  const create = async (wanted: Partial<ConversationParameters>) => {
    const conversations: (string | undefined)[] = [];
    const parameters: ConversationParameters = {
      isGroup: false,
      bot: BOT,
      channelData: {},
      ...wanted,
    };
    await adapter.createConversationAsync('', 'msteams', serviceUrl(), '', parameters, context => {
      conversations.push(context.activity.conversation.id);
      return Promise.resolve();
    });
    return conversations[0] ?? '';
  };
  return {
    mount,
    heard,
    /** Sends to a conversation and gives the activity id. */
    send: (conversation: string, activity: Partial<Activity>) =>
      within(conversation, async context => (await context.sendActivity(activity))?.id ?? ''),
    edit: (conversation: string, id: string, activity: Partial<Activity>) =>
      within(conversation, context => context.updateActivity({ ...activity, id })),
    remove: (conversation: string, id: string) => within(conversation, context => context.deleteActivity(id)),
    chatWith: (id: string) => create({ members: [{ id, name: '' }] }),
    thread: (activity: Partial<Activity>) =>
      create({
        isGroup: true,
        channelData: { channel: { id: CHANNEL.channelId } },
        activity: activity as Activity,
      }),
  };
};
