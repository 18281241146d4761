import { ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import { type Hit, type SearchAnswer } from './answer-search';

/** The list says no more than the card does, and the card no more than anybody may read in a message. */
const attached = ({ title, card }: Hit) => ({
  ...CardFactory.adaptiveCard(card),
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title } },
});

const resultOf = (answer: SearchAnswer) =>
  'says' in answer
    ? { type: 'message', text: answer.says }
    : { type: 'result', attachmentLayout: 'list', attachments: answer.map(attached) };

/** Always our own answer, to whoever searched alone: the library would send what a handler returns. */
export const respondWithHits = async (context: TurnContext, answer: SearchAnswer): Promise<void> => {
  const body = { composeExtension: resultOf(answer) };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};
