import { setTimeout as sleep } from 'node:timers/promises';
import { type TurnContext } from 'botbuilder';
import { type Application } from '@microsoft/teams-ai';
import { type Card } from '../cards/template';
import { type Deps } from './deps';
import { answerDialog, openingDialogs } from './dialogs';
import { registerExtensions } from './extensions/register';
import { handlersFor } from './handlers';
import { TURN_MS, whoIs } from './known';
import { nameOf } from './wire/correlation';
import { answerMessage, answerWelcome } from './on-message';
import { answerPress, type Handlers } from './on-press';
import { type CommandId } from '../domain/ids';
import { unreadCard } from './unread';
import { commandId } from './wire/command-id';
import { type Identity, readPress, readSaid } from './wire/press';
import { capture, type Captured } from './wire/references';
import { cardAlone, respondWithCard } from './wire/respond';

const ANY_VERB = /^/;

/** The team's channel is reached where the bot was heard from it; whoever is known is reached in their own chat. */
const remember = async (deps: Deps, { reference, conversation, channelId }: Captured): Promise<void> => {
  const group = deps.world.programme.channelId;
  const isThere = channelId === group || conversation.id.split(';')[0] === group;
  if (conversation.kind !== 'channel' || !isThere) return;
  await deps.world.channel.capture(reference, AbortSignal.timeout(TURN_MS));
};

const PATIENCE_MS = 200;

/** Whoever pressed is waiting: the channel is kept beside that, and is heard from again when it could not be. */
const rememberAside = async (deps: Deps, captured: Captured): Promise<void> => {
  const kept = remember(deps, captured).catch((fault: unknown) => {
    deps.log('channel-not-kept', { fault: nameOf(fault) });
  });
  await Promise.race([kept, sleep(PATIENCE_MS, undefined, { ref: false })]);
};

const onAnything =
  (deps: Deps) =>
  async (context: TurnContext): Promise<boolean> => {
    const captured = capture(context.activity);
    if (captured === undefined || captured.isRemoved) return true;
    const { type } = context.activity;
    await (type === 'invoke' ? rememberAside : remember)(deps, captured);
    return true;
  };

/** What stands where others are opens the rest in a dialog. */
const asRead = (deps: Deps, { activity }: TurnContext, card: Card): Card =>
  activity.conversation.conversationType === 'personal' ? card : openingDialogs(deps, card);

const onExecute =
  (deps: Deps, handlers: Handlers) =>
  async (context: TurnContext): Promise<string> => {
    const press = readPress(context.activity);
    const card: Card = press.ok
      ? await answerPress(deps, handlers, press.value)
      : unreadCard(deps, press.error, context.activity.locale);
    await respondWithCard(context, asRead(deps, context, card));
    return '';
  };

const isDialog = ({ activity: { type, name } }: TurnContext): Promise<boolean> =>
  Promise.resolve(type === 'invoke' && (name === 'task/fetch' || name === 'task/submit'));

const onDialog =
  (deps: Deps, handlers: Handlers) =>
  (context: TurnContext): Promise<void> =>
    answerDialog(deps, handlers, { context, press: readPress(context.activity) });

const onMessage =
  (deps: Deps, handlers: Handlers) =>
  async (context: TurnContext): Promise<void> => {
    const said = readSaid(context.activity);
    const card: Card = said.ok
      ? await answerMessage(deps, handlers, said.value)
      : unreadCard(deps, said.error, context.activity.locale);
    await context.sendActivity(cardAlone(asRead(deps, context, card)));
  };

const arrivalId = (identity: Identity, activityId = ''): CommandId =>
  commandId({ identity, verb: 'arrive', subject: '', nonce: activityId, inputs: {} });

/** Someone installed the app, or opened the chat: a welcome by role, and from now on they can be reached. */
const onArrival =
  (deps: Deps, handlers: Handlers) =>
  async (context: TurnContext): Promise<void> => {
    const captured = capture(context.activity);
    if (captured?.identity === undefined || captured.isRemoved) return;
    const within = AbortSignal.timeout(TURN_MS);
    const by = await whoIs(deps, captured.identity, within);
    if (by === undefined) return;
    await deps.world.people.captureReference(by, captured.reference, within);
    const { identity: account } = captured;
    const arrived = { by, account, within, commandId: arrivalId(account, context.activity.id) };
    const card = await deps.watch({ kind: 'arrival', place: 'chat' }, () =>
      answerWelcome(deps, handlers, arrived),
    );
    await context.sendActivity(cardAlone(card));
    deps.nudge();
  };

/** Added to a chat: from now on they can be reached. The welcome comes with the installation. */
const onMemberAdded =
  (deps: Deps) =>
  async (context: TurnContext): Promise<void> => {
    const captured = capture(context.activity);
    if (captured?.identity === undefined) return;
    const within = AbortSignal.timeout(TURN_MS);
    const by = await whoIs(deps, captured.identity, within);
    if (by !== undefined) await deps.world.people.captureReference(by, captured.reference, within);
  };

/** Registers everything the bot answers. The library routes; we answer every invoke ourselves (wire/respond.ts). */
export const registerBot = (application: Application, deps: Deps): void => {
  const handlers = handlersFor(deps);
  application.turn('beforeTurn', onAnything(deps));
  application.adaptiveCards.actionExecute(ANY_VERB, onExecute(deps, handlers));
  application.addRoute(isDialog, onDialog(deps, handlers), true);
  registerExtensions(application, deps, handlers);
  application.activity('installationUpdate', onArrival(deps, handlers));
  application.activity('conversationUpdate', onMemberAdded(deps));
  application.activity('message', onMessage(deps, handlers));
};
