import { type ConnectorClientOptions } from 'botframework-connector';

import { type IsAllowed } from './addresses';
import { ConnectorError, failureOfAnswer, failureOfFetch } from './send-failure';

export type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type HttpRequest = Parameters<HttpClient['sendRequest']>[0];
type HttpHeaders = HttpRequest['headers'];

type HttpSettings = {
  readonly isAllowed: IsAllowed;
  readonly timeoutMs: number;
  readonly now: () => number;
};

type Answer = { readonly head: Response; readonly text: string };

const exchange = async (request: HttpRequest, timeoutMs: number): Promise<Answer> => {
  const body: unknown = request.body;
  try {
    const head = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: typeof body === 'string' ? body : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { head, text: await head.text() };
  } catch (fault) {
    throw new ConnectorError(failureOfFetch(fault));
  }
};

/** The library offers no constructor for its headers: a copy of the request's, emptied and filled anew. */
const headersLike = (model: HttpHeaders, head: Response): HttpHeaders => {
  const headers = model.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of head.headers) headers.set(name, value);
  return headers;
};

/**
 * The HTTP client beneath the library's connector, which by itself has no timeout, retries four times and follows
 * redirects. Throws ConnectorError for every answer that is not 2xx, so that the library's retries never start.
 */
export const createConnectorHttp = ({ isAllowed, timeoutMs, now }: HttpSettings): HttpClient => ({
  sendRequest: async request => {
    if (!isAllowed(request.url)) throw new ConnectorError({ kind: 'refused', status: 0 });
    const { head, text } = await exchange(request, timeoutMs);
    if (!head.ok) throw new ConnectorError(failureOfAnswer(head, now()));
    return { request, status: head.status, headers: headersLike(request.headers, head), bodyAsText: text };
  },
});
