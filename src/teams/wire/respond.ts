import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';

/** An Adaptive Card as JSON. */
export type CardJson = Readonly<Record<string, unknown>>;

type Answer = { readonly statusCode: number; readonly type: string; readonly value: unknown };

/** Always our own answer: the library's, once given a card with `refresh`, edits the message for everyone. */
const respond = async (context: TurnContext, answer: Answer): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: answer } });
};

/** Shows this card to the presser alone, in place of the one they pressed. */
export const respondWithCard = (context: TurnContext, card: CardJson): Promise<void> =>
  respond(context, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });

/** Shows a short text to the presser alone; the card stays. */
export const respondWithMessage = (context: TurnContext, message: string): Promise<void> =>
  respond(context, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: message });

/** Tells the presser that the press did not work; the card and what was typed stay. */
export const respondWithError = (context: TurnContext, code: string, message: string): Promise<void> =>
  respond(context, { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code, message } });

/** A card alone: Teams' clients show a text and a card in one message as two. */
export const cardAlone = (card: CardJson): Partial<Activity> => ({
  type: ActivityTypes.Message,
  attachments: [CardFactory.adaptiveCard(card)],
});
