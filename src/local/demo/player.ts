import { z } from 'zod';
import { find, gathered, type Inputs } from './button-on';
import { type Element } from './element';
import { activityOf, type Place, post, type Scene, type Who } from './scene';

export { type Inputs } from './button-on';
/** The message in the own chat that holds the button. */
type Through = { readonly through: string };

/** Somebody at their client: says things in the chat with the bot, and presses what the cards offer. */
export type Player = {
  readonly name: string;
  /** Their conversation with the bot. */
  readonly chat: string;
  /** Writes to the bot; answers with the card that came. */
  readonly says: (text: string) => Promise<Element>;
  /** Presses by title or verb on a card in the own chat; answers with the card that takes its place. */
  readonly presses: (card: Element, what: string, inputs?: Inputs) => Promise<Element>;
  /**
   * The same on a card in the channel; what opens a dialog answers with the card in it, and what is pressed there with
   * the next one: an empty one when the dialog is over.
   */
  readonly pressesInChannel: (card: Element, what: string, inputs?: Inputs) => Promise<Element>;
  /** A press put together by hand, as somebody might who does not use a client. */
  readonly sends: (verb: string, data: Element, at?: Place | Through) => Promise<Element>;
  /** The newest message in the own chat. */
  readonly newest: () => Element;
  readonly installs: () => Promise<void>;
  /** Adds the app to the team, so that the bot knows the way to its channel. */
  readonly addsToTeam: () => Promise<void>;
};

const Card = z.record(z.string(), z.unknown());
const Answered = z.looseObject({ value: Card });
const InDialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.looseObject({ card: z.looseObject({ content: Card }) }),
  }),
});

const newestIn = ({ connector }: Scene, conversationId: string): Element => {
  const message = connector.standingIn(conversationId).at(-1);
  if (message === undefined) throw new Error(`Nothing stands in ${conversationId}.`);
  return message.card;
};

const answerTo = ({ connector }: Scene, activityId: string): Element => {
  const answer = connector.everything().find(({ replyTo }) => replyTo === activityId);
  if (answer === undefined) throw new Error('The bot said nothing.');
  return answer.card;
};

type Hands = { readonly scene: Scene; readonly who: Who };

const invoking =
  ({ scene, who }: Hands): Player['sends'] =>
  async (verb, data, at = 'chat') => {
    const place = typeof at === 'string' ? at : 'chat';
    const action = { type: 'Action.Execute', verb, data };
    const body = await post(scene, {
      ...activityOf(scene, who, place),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action, trigger: 'manual' },
      ...(typeof at === 'string' ? {} : { replyToId: at.through }),
    });
    return Answered.parse(body).value;
  };

type Asked = { readonly by: 'fetch' | 'submit'; readonly data: Element; readonly place: Place };

const askingInDialog = async ({ scene, who }: Hands, { by, data, place }: Asked): Promise<Element> => {
  const body = await post(scene, {
    ...activityOf(scene, who, place),
    type: 'invoke',
    name: `task/${by}`,
    value: { data, context: { theme: 'default' } },
  });
  return body === undefined ? {} : InDialog.parse(body).task.value.card.content;
};

const pressing =
  (hands: Hands, place: Place): Player['presses'] =>
  async (card, what, inputs = {}) => {
    const button = find(card, what);
    const { by, verb } = button;
    const data = { ...button.data, ...gathered(button, inputs) };
    return by === 'execute' ? invoking(hands)(verb, data, place) : askingInDialog(hands, { by, data, place });
  };

const installing =
  ({ scene, who }: Hands, place: Place) =>
  async (): Promise<void> => {
    await post(scene, { ...activityOf(scene, who, place), type: 'installationUpdate', action: 'add' });
  };

const saying =
  ({ scene, who }: Hands): Player['says'] =>
  async text => {
    const activity = activityOf(scene, who, 'chat');
    await post(scene, { ...activity, type: 'message', text });
    return answerTo(scene, activity.id);
  };

/** A player for this person, against this bot. */
export const playerFor = (scene: Scene, who: Who): Player => {
  const hands = { scene, who };
  const chat = `a:${who.identities[0]?.objectId ?? ''}`;
  return {
    name: who.name,
    chat,
    says: saying(hands),
    presses: pressing(hands, 'chat'),
    pressesInChannel: pressing(hands, 'channel'),
    sends: invoking(hands),
    newest: () => newestIn(scene, chat),
    installs: installing(hands, 'chat'),
    addsToTeam: installing(hands, 'channel'),
  };
};
