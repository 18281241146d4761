import { type TurnContext } from 'botbuilder';
import { type CardJson } from './respond';

type Layout = Readonly<Record<string, unknown>>;

const isLayout = (json: unknown): json is Layout =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isExecute = (json: Layout): boolean => json['type'] === 'Action.Execute';

/** A dialog sends no verb beside the data: it stands in them, last, so that nothing the button carries replaces it. */
const submitting = ({ verb, data, ...rest }: Layout): Layout => ({
  ...rest,
  type: 'Action.Submit',
  data: { ...(isLayout(data) ? data : {}), verb },
});

/** The button that opens a dialog for whoever presses it; pressed, it asks for the same verb with the same data. */
export const openingDialog = (action: CardJson): CardJson => {
  const { data, ...rest } = isExecute(action) ? submitting(action) : action;
  return { ...rest, data: { ...(isLayout(data) ? data : {}), msteams: { type: 'task/fetch' } } };
};

type Change = (action: Layout) => Layout;

/** What an action carries is left alone: it is data, whatever it looks like. */
const changed = (json: unknown, change: Change): unknown => {
  if (Array.isArray(json)) return json.map(one => changed(one, change));
  if (!isLayout(json)) return json;
  return isExecute(json) ? change(json) : changedIn(json, change);
};

function changedIn(layout: Layout, change: Change): Layout {
  const { data, ...rest } = layout;
  const inside = Object.entries(rest).map(([key, value]) => [key, changed(value, change)] as const);
  return { ...Object.fromEntries(inside), ...(data === undefined ? {} : { data }) };
}

/** Every `Action.Execute` of the card changed: rows, folds and cards that unfold too. */
export const withActions = (card: CardJson, change: Change): CardJson => changedIn(card, change);

/** Every `Action.Execute` of the card, wherever it stands. */
export const actionsIn = (json: unknown): readonly Layout[] => {
  if (Array.isArray(json)) return json.flatMap(actionsIn);
  if (!isLayout(json)) return [];
  return isExecute(json) ? [json] : Object.values(json).flatMap(actionsIn);
};

/** The card as a dialog takes it: `Action.Execute` is not for dialogs, nor is `refresh`. */
export const inDialog = ({ refresh: _, ...card }: CardJson): CardJson => withActions(card, submitting);

const LONGEST_TITLE = 64;

const isHeading = (json: unknown): boolean =>
  isLayout(json) && json['type'] === 'TextBlock' && json['style'] === 'heading';

const textOf = (json: unknown): string =>
  isLayout(json) && typeof json['text'] === 'string' ? json['text'] : '';

/** The line above the first heading; empty where nothing stands there, undefined where there is no heading. */
const eyebrowIn = (json: unknown): string | undefined => {
  if (!Array.isArray(json))
    return isLayout(json) ? eyebrowIn(json['body'] ?? json['items'] ?? json['columns']) : undefined;
  const parts: readonly unknown[] = json;
  return parts.reduce<string | undefined>(
    (found, part, place) => found ?? (isHeading(part) ? textOf(parts[place - 1]) : eyebrowIn(part)),
    undefined,
  );
};

/** What the card is about as plain text, for the top of the dialog: its heading follows. Empty for a card that does not say. */
export const titleIn = (card: CardJson): string => {
  const plain = (eyebrowIn(card) ?? '').replace(/\\(?=[^\w\s])/g, '');
  return plain.length > LONGEST_TITLE ? `${plain.slice(0, LONGEST_TITLE - 1)}…` : plain;
};

const ASKED_IN = ['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'];

/** Whether an invoke of this name waits for what a dialog shows. */
export const isInDialog = (name: string | undefined): boolean =>
  name !== undefined && ASKED_IN.includes(name);

type Dialog = { readonly title: string; readonly card: CardJson };

/** As wide as a form is read, as high as there is room: what does not fit is scrolled. */
const SIZE = { height: 'large', width: 'medium' } as const;

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

const respond = async (context: TurnContext, body?: Layout): Promise<void> => {
  await context.sendActivity({
    type: 'invokeResponse',
    value: body === undefined ? { status: 200 } : { status: 200, body },
  });
};

/** Opens the dialog, or shows this card in the one that is open, to the presser alone. */
export const respondWithDialog = (context: TurnContext, { title, card }: Dialog): Promise<void> =>
  respond(context, {
    task: {
      type: 'continue',
      value: { title, ...SIZE, card: { contentType: ADAPTIVE, content: inDialog(card) } },
    },
  });

/** A short text in place of the dialog's card: what was typed there is lost, so only where no card can be drawn. */
export const respondWithDialogText = (context: TurnContext, text: string): Promise<void> =>
  respond(context, { task: { type: 'message', value: text } });

/** Ends the dialog. What it was opened from stands as it stood. */
export const closeDialog = (context: TurnContext): Promise<void> => respond(context);
