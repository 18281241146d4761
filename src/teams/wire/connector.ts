import { ConnectorClient } from 'botframework-connector';

import { createAllowList } from './addresses';
import { type Authentication } from './authentication';
import { createConnectorHttp, type HttpClient } from './connector-http';
import { BoundedCredentials, type Credentials, credentialsFor } from './credentials';

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
  /** Where outgoing tokens come from; the managed identity of the bot when not given. */
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
  const httpClient = createConnectorHttp({ isAllowed: createAllowList(serviceUrls), timeoutMs, now });
  const appId = authentication.kind === 'off' ? '' : authentication.appId;
  return {
    credentials,
    httpClient,
    clientAt: async baseUri => {
      const signing = await credentials.createCredentials(appId, SCOPE, LOGIN, true);
      return new ConnectorClient(signing, { baseUri, httpClient });
    },
  };
};
