import { type IncomingActivity } from './activity';

type Body = Readonly<Record<string, unknown>>;

const inDialog = (text: string): Body => ({ task: { type: 'message', value: text } });

/**
 * What each kind of press can show as a text, in the shape that Teams asks for it in. A dialog that is sent in is not
 * among them: the text would take the place of what was typed, which stays when the answer is no answer.
 */
const SHAPES: ReadonlyMap<string, (text: string) => Body> = new Map([
  [
    'adaptiveCard/action',
    text => ({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'TooFast', message: text },
    }),
  ],
  ['task/fetch', inDialog],
  ['composeExtension/fetchTask', inDialog],
  ['composeExtension/query', text => ({ composeExtension: { type: 'message', text } })],
]);

/** The answer that shows this text to whoever pressed; undefined for what has no answer to show it in. */
export const shownTo = ({ type, name }: IncomingActivity, text: string): Body | undefined =>
  type.toLowerCase() === 'invoke' ? SHAPES.get(name ?? '')?.(text) : undefined;
