import { type TeamsAdapter } from '@microsoft/teams-ai';
// Its own file: the package's index also loads the tokenizers of language models, and a replica starts the slower for it.
import { Application } from '@microsoft/teams-ai/lib/Application';
import { type Response as BotResponse } from 'botbuilder';
import { type RequestHandler, type Response, Router } from 'express';

/**
 * The Application that handlers register on. Without storage, so that nothing is kept in the library's state, which
 * loses writes; mentions are removed by `readSaid`, because the library trips over malformed ones.
 */
export const createApplication = (adapter: TeamsAdapter): Application =>
  new Application({ adapter, startTypingTimer: false, removeRecipientMention: false });

/** What the library says of an invoke that nobody here answers. For whoever sent it that is their own mistake. */
const NOBODYS = 501;

/** Passes on status and good bodies only: the library writes the text of faults, and its version, into the answer. */
const quiet = (response: Response): BotResponse => ({
  socket: response.socket,
  header: () => response,
  status: (code: number) => response.status(code === NOBODYS ? 400 : code),
  send: (body: unknown) => (response.statusCode < 400 ? response.send(body) : response),
  end: () => (response.writableEnded ? response : response.end()),
});

const answer =
  (adapter: TeamsAdapter, application: Application): RequestHandler =>
  (request, response) =>
    adapter.process(request, quiet(response), async context => {
      await application.run(context);
    });

/** For every other method, too: Express would answer a question for what it can do here by itself, and well. */
const onlyPost: RequestHandler = ({ method }, response, next) => {
  if (method === 'POST') next();
  else response.status(404).set('connection', 'close').end();
};

/** The guard, and what stands right behind it. */
type Guards = readonly [guard: RequestHandler, ...after: RequestHandler[]];

/** POST /api/messages. The guard always stands before what acts; there is no way to the application around it. */
export const frontDoor = (guards: Guards, adapter: TeamsAdapter, application: Application): Router =>
  Router().all('/api/messages', onlyPost, ...guards, answer(adapter, application));
