import { type Request, type RequestHandler } from 'express';
import { z } from 'zod';

/** What a route answers; `body` goes out as JSON. */
export type Reply = { readonly status: number; readonly body: unknown };

const fault = (code: string, message: string) => ({ error: { code, message } });

/** A fault in the connector API's own form. */
export const notFound = (message: string): Reply => ({ status: 404, body: fault('NotFound', message) });
export const botAway = (url: string): Reply => ({
  status: 502,
  body: fault('BotUnreachable', `The bot at ${url} does not answer.`),
});

const replyToFault = (error: unknown): Reply => {
  if (error instanceof z.ZodError) return { status: 400, body: fault('BadSyntax', z.prettifyError(error)) };
  throw error;
};

/** A route from a function that returns its answer. A body of the wrong shape is answered 400; faults go on to express. */
export const answering =
  (
    handler: (request: Request<Record<string, string>>) => Promise<Reply> | Reply,
  ): RequestHandler<Record<string, string>> =>
  async (request, response) => {
    const asked = async () => handler(request);
    const { status, body } = await asked().catch(replyToFault);
    response.status(status).json(body);
  };

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

const isHere = (origin: string | undefined): boolean =>
  origin === undefined || (URL.canParse(origin) && HERE.has(new URL(origin).hostname));

/**
 * Refuses what a web page on another site sends through the browser of this machine: a foreign Host
 * (a name that was rebound to loopback) or a foreign Origin.
 */
export const onlyFromThisMachine: RequestHandler = (request, response, next) => {
  if (HERE.has(request.hostname) && isHere(request.headers.origin)) next();
  else response.status(403).json(fault('Forbidden', 'This address is for this machine only.'));
};
