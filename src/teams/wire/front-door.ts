import { Application, type TeamsAdapter } from '@microsoft/teams-ai';
import { type Response as BotResponse } from 'botbuilder';
import { type RequestHandler, type Response, Router } from 'express';

/**
 * The Application that handlers register on. Without storage, so that nothing is kept in the library's state, which
 * loses writes; mentions are removed by `readSaid`, because the library trips over malformed ones.
 */
export const createApplication = (adapter: TeamsAdapter): Application =>
  new Application({ adapter, startTypingTimer: false, removeRecipientMention: false });

/** Passes on status and good bodies only: the library writes the text of faults, and its version, into the answer. */
const quiet = (response: Response): BotResponse => ({
  socket: response.socket,
  header: () => response,
  status: (code: number) => response.status(code),
  send: (body: unknown) => (response.statusCode < 400 ? response.send(body) : response),
  end: () => (response.writableEnded ? response : response.end()),
});

const answer =
  (adapter: TeamsAdapter, application: Application): RequestHandler =>
  (request, response) =>
    adapter.process(request, quiet(response), async context => {
      await application.run(context);
    });

/** POST /api/messages. The guard always stands first; there is no way to the application around it. */
export const frontDoor = (guard: RequestHandler, adapter: TeamsAdapter, application: Application): Router =>
  Router().post('/api/messages', guard, answer(adapter, application));
