import { type Application } from '@microsoft/teams-ai';
import { type TurnContext } from 'botbuilder';
import { type Deps } from '../deps';
import { answerDialog } from '../dialogs';
import { type Handlers } from '../on-press';
import { readPress } from '../wire/press';
import { answerSearch, answerUnread } from './answer-search';
import { readSearch } from './read-search';
import { respondWithHits } from './respond-with-hits';

const isCalled =
  (...names: readonly string[]) =>
  ({ activity: { type, name = '' } }: TurnContext): Promise<boolean> =>
    Promise.resolve(type === 'invoke' && names.includes(name));

const onSearch =
  (deps: Deps) =>
  async (context: TurnContext): Promise<void> => {
    const search = readSearch(context.activity);
    const answer = search.ok
      ? await answerSearch(deps, search.value)
      : answerUnread(deps, search.error, context.activity.locale);
    await respondWithHits(context, answer);
  };

const onAction =
  (deps: Deps, handlers: Handlers) =>
  (context: TurnContext): Promise<void> =>
    answerDialog(deps, handlers, { context, press: readPress(context.activity) });

/**
 * The commands of the compose box. By routes of our own: the library's would answer with what a handler returns, and put
 * what a dialog ends with into the message somebody is writing.
 */
export const registerExtensions = (application: Application, deps: Deps, handlers: Handlers): void => {
  application.addRoute(isCalled('composeExtension/query'), onSearch(deps), true);
  application.addRoute(
    isCalled('composeExtension/fetchTask', 'composeExtension/submitAction'),
    onAction(deps, handlers),
    true,
  );
};
