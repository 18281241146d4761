import { setTimeout as wait } from 'node:timers/promises';

import {
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

type Identity = {
  readonly appId: string;
  /** A token for a scope; kept, and renewed in time, by whoever gives it. */
  readonly tokenFor: (scope: string) => Promise<string>;
};

/**
 * The bot's own identity. The library's looks for secrets in the environment and for whoever is logged in on the
 * machine, too, and makes a new one, without its tokens, at every send.
 */
export const identityCredentials = ({ appId, tokenFor }: Identity): Credentials => ({
  isValidAppId: asked => Promise.resolve(asked === appId),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: (_appId, audience = '') =>
    Promise.resolve({
      signRequest: async request => {
        request.headers.set('authorization', `Bearer ${await tokenFor(`${audience}/.default`)}`);
        return request;
      },
    }),
});

const nobody = (): Promise<never> => Promise.reject(new Error('The bot was given no identity'));

/** Where none are given: in the local world, where nobody asks for tokens, none; otherwise nothing can be sent. */
export const credentialsFor = (authentication: Authentication): Credentials =>
  authentication.kind === 'off'
    ? new PasswordServiceClientCredentialFactory('', '')
    : identityCredentials({ appId: authentication.appId, tokenFor: nobody });
