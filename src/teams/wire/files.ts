import { type RequestHandler, type Response, Router } from 'express';
import { correlationId, nameOf } from './correlation';
import { type Log } from './log';

/** A file as a browser gets it: text, or what is none. */
type Served = { readonly name: string; readonly type: string } & (
  { readonly text: string } | { readonly bytes: Uint8Array }
);
type Fetch = (token: string) => Promise<Served | undefined>;

/** Nothing of it stays on the way, and nothing of it runs. */
const CLOSED = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

const refuse = (response: Response): void => {
  response.status(404).set(CLOSED).end();
};

const send = (response: Response, file: Served): void => {
  const { name, type } = file;
  const disposition = `attachment; filename="${name}"`;
  response
    .status(200)
    .set({ ...CLOSED, 'content-type': type, 'content-disposition': disposition })
    .end('text' in file ? file.text : file.bytes);
};

/** A fault of ours is told with an id that is in the log; it says nothing of the link or the file. */
const tell = (response: Response, words: string): void => {
  response
    .status(500)
    .set({ ...CLOSED, 'content-type': 'text/plain; charset=utf-8' })
    .end(words);
};

type Telling = {
  readonly log: Log;
  /** The words for somebody whose browser speaks this. */
  readonly apology: (locale: string | undefined, correlation: string) => string;
};

const answering =
  (fetch: Fetch, { log, apology }: Telling): RequestHandler<{ token: string }> =>
  async ({ method, params, headers }, response) => {
    // A client that only asks whether there is something must not use the link up.
    if (method !== 'GET') {
      refuse(response);
      return;
    }
    try {
      const served = await fetch(params.token);
      if (served === undefined) refuse(response);
      else send(response, served);
    } catch (fault) {
      const correlation = correlationId();
      log('file-failed', { correlation, fault: nameOf(fault) });
      tell(response, apology(headers['accept-language'], correlation));
    }
  };

/** GET /files/:token, once. Whatever is wrong with it is the same 404 with nothing in it. */
export const fileDoor = (fetch: Fetch, telling: Telling): Router =>
  Router().all('/files/:token', answering(fetch, telling));
