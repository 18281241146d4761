import { ConnectorClient } from 'botframework-connector';

import { createAllowList } from './addresses';
import { type Authentication } from './authentication';
import { createConnectorHttp, type HttpClient } from './connector-http';
import { BoundedCredentials, type Credentials, credentialsFor } from './credentials';
import { ConnectorError } from './send-failure';

/** One request, or one token, may take this long: both together are well within one send of the outbox. */
export const TIMEOUT_MS = 4_000;
const SCOPE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

export type ConnectorSettings = {
  readonly authentication: Authentication;
  /** URL prefixes, see `createAllowList`. */
  readonly serviceUrls: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** For one request to the connector, and for one token; 4 s when not given. */
  readonly timeoutMs?: number;
  /** Where outgoing tokens come from; without, nothing is sent to where they are asked for. */
  readonly credentials?: Credentials;
};

/** The way out: shared by the adapter, which answers, and the transport, which sends. */
export type Connector = {
  readonly credentials: BoundedCredentials;
  readonly httpClient: HttpClient;
  readonly clientAt: (serviceUrl: string) => Promise<ConnectorClient>;
};

/**
 * Makes the way out. Every call ends within its time, is tried once (the outbox retries), follows no redirect and goes
 * only to allowed addresses; a failure is a ConnectorError.
 */
export const createConnector = (settings: ConnectorSettings): Connector => {
  const { authentication, serviceUrls, now, timeoutMs = TIMEOUT_MS } = settings;
  const credentials = new BoundedCredentials(
    settings.credentials ?? credentialsFor(authentication),
    timeoutMs,
  );
  const isAllowed = createAllowList(serviceUrls);
  const httpClient = createConnectorHttp({ isAllowed, timeoutMs, now });
  const appId = authentication.kind === 'off' ? '' : authentication.appId;
  return {
    credentials,
    httpClient,
    clientAt: async baseUri => {
      // Here too: a token is not fetched for it, and what is no address breaks the library.
      if (!isAllowed(baseUri)) throw new ConnectorError({ kind: 'refused', status: 0 });
      const signing = await credentials.createCredentials(appId, SCOPE, LOGIN, true);
      return new ConnectorClient(signing, { baseUri, httpClient });
    },
  };
};
