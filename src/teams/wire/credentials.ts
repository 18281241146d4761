import { setTimeout as wait } from 'node:timers/promises';

import {
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';

import { type Authentication } from './authentication';
import { ConnectorError } from './send-failure';

type Asked = Parameters<ServiceClientCredentialsFactory['createCredentials']>;

/** Where tokens for outgoing requests come from. */
export type Credentials = Pick<
  ServiceClientCredentialsFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const timer = new AbortController();
  const late = wait(ms, undefined, { signal: timer.signal }).then(() => {
    throw new ConnectorError({ kind: 'unavailable' });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
};

const bounded = (credentials: ServiceClientCredentials, ms: number): ServiceClientCredentials => ({
  signRequest: async request => {
    try {
      return await within(ms, credentials.signRequest(request));
    } catch {
      throw new ConnectorError({ kind: 'unavailable' });
    }
  },
});

/**
 * A token that does not come, or does not come in time, is a ConnectorError: nothing was sent. A class, because the
 * library takes nothing else.
 */
export class BoundedCredentials extends ServiceClientCredentialsFactory {
  readonly #inner: Credentials;
  readonly #timeoutMs: number;

  constructor(inner: Credentials, timeoutMs: number) {
    super();
    this.#inner = inner;
    this.#timeoutMs = timeoutMs;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return this.#inner.isValidAppId(appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return this.#inner.isAuthenticationDisabled();
  }

  override async createCredentials(...asked: Asked): Promise<ServiceClientCredentials> {
    return bounded(await this.#inner.createCredentials(...asked), this.#timeoutMs);
  }
}

/** The bot's managed identity; in the local world, where nobody asks for tokens, none. */
export const credentialsFor = (authentication: Authentication): Credentials =>
  authentication.kind === 'off'
    ? new PasswordServiceClientCredentialFactory('', '')
    : new ManagedIdentityServiceClientCredentialsFactory(authentication.appId, new JwtTokenProviderFactory());
