import { type TurnContext } from 'botbuilder';
import { button } from '../cards/button';
import { type Card } from '../cards/template';
import { LANGUAGES } from '../domain/people';
import { type Words } from '../i18n/words';
import { type Deps } from './deps';
import { answerPress, type Handlers } from './on-press';
import { unreadCard } from './unread';
import {
  actionsIn,
  closeDialog,
  openingDialog,
  respondWithDialog,
  titleIn,
  withActions,
} from './wire/dialog';
import { type Press, type Unread } from './wire/press';
import { type Result } from '../result';

/** *Lukk* in all its places: where it leads back to differs, in a dialog it ends it. */
const CLOSING: readonly string[] = ['close-view', 'close-item', 'close-agenda'];
/** What is pressed in the channel and answered there: it changes something, or gives the shared card back. */
const IN_PLACE: readonly string[] = [...CLOSING, 'take-up-item', 'declare-disqualified'];

const verbOf = ({ verb }: Card): string => (typeof verb === 'string' ? verb : '');

/**
 * A card for the channel: what it opens for the presser alone opens in a dialog, so that neither an edit of the shared
 * message nor somebody beside them comes between them and what they read and type.
 */
export const openingDialogs = ({ dialogs }: Pick<Deps, 'dialogs'>, card: Card): Card =>
  dialogs
    ? withActions(card, action => (IN_PLACE.includes(verbOf(action)) ? action : openingDialog(action)))
    : card;

const leadsBack = (action: Card): boolean => {
  const { data } = action;
  return typeof data === 'object' && data !== null && Object.keys(data).some(key => key !== 'nonce');
};

/** *Avbryt* that leads back to one thing leads there in the dialog, too; to a list it leads nobody who came from elsewhere. */
const isWayOut = ({ common }: Words, action: Card): boolean => {
  const { title } = action;
  if (CLOSING.includes(verbOf(action)) || title === common.close) return true;
  return title === common.cancel && !leadsBack(action);
};

const ENDING = { verb: 'close-view', data: {} } as const;

const closing = ({ common }: Words): Card =>
  button(common.close, { verb: ENDING.verb }, { leavesInputs: true });

const listIn = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** The same card with every way out ending the dialog, and with one where it has none. */
const closable = (t: Words, card: Card): Card => {
  const drawn = withActions(card, action => (isWayOut(t, action) ? { ...action, ...ENDING } : action));
  const hasWayOut = actionsIn(drawn).some(({ verb }) => verb === ENDING.verb);
  return hasWayOut ? drawn : { ...drawn, actions: [...listIn(drawn['actions']), closing(t)] };
};

const languageOf = ({ lang }: Card): (typeof LANGUAGES)[number] =>
  LANGUAGES.find(language => language === lang) ?? 'nb';

/** What a dialog shows: the card as it is elsewhere, under what it is about. */
export const dialogOf = ({ wordsFor }: Pick<Deps, 'wordsFor'>, card: Card) => {
  const t = wordsFor(languageOf(card));
  return { title: titleIn(card) || t.common.product, card: closable(t, card) };
};

/** A dialog that is not there yet has nothing to end. */
const OPENS = /\/fetch(?:Task)?$/;
const isEnding = ({ verb }: Press, name = ''): boolean => CLOSING.includes(verb) && !OPENS.test(name);

/** Answers what was pressed to open a dialog, or in one, as any press is answered, and to the presser alone. */
export const answerDialog = async (
  deps: Deps,
  handlers: Handlers,
  { context, press }: { readonly context: TurnContext; readonly press: Result<Press, Unread> },
): Promise<void> => {
  const { name, locale } = context.activity;
  if (press.ok && isEnding(press.value, name)) return closeDialog(context);
  const card = press.ok
    ? await answerPress(deps, handlers, press.value)
    : unreadCard(deps, press.error, locale);
  return respondWithDialog(context, dialogOf(deps, card));
};
