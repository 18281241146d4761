import { CosmosClient } from '@azure/cosmos';
import { type TokenCredential } from '@azure/identity';

/** A key where there is no directory to ask, such as on one machine; a managed identity otherwise. */
export type Account = { readonly endpoint: string } & (
  { readonly key: string } | { readonly aadCredentials: TokenCredential }
);

/** A database of an account. */
export type Place = { readonly client: CosmosClient; readonly database: string };

/** Shorter than a turn: what has not answered by then is asked again, or given up, within the turn's own deadline. */
const REQUEST_TIMEOUT_MS = 5_000;
const THROTTLED = { maxRetryAttemptCount: 5, maxWaitTimeInSeconds: 4 };

/** The database of this account, reached with timeouts that fit a turn. Close it with `dispose`. */
export const connect = (account: Account): CosmosClient =>
  new CosmosClient({
    ...account,
    connectionPolicy: { requestTimeout: REQUEST_TIMEOUT_MS, retryOptions: THROTTLED },
  });
