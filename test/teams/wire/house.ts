import { type AddressInfo } from 'node:net';

import { type Application } from '@microsoft/teams-ai';
import { Router } from 'express';

import { boundedServer, webOf } from '../../../src/serve';
import { tooFastFor } from '../../../src/teams/apology';
import { createAdapter } from '../../../src/teams/wire/adapter';
import { type Authentication } from '../../../src/teams/wire/authentication';
import { createConnector } from '../../../src/teams/wire/connector';
import { createApplication, frontDoor } from '../../../src/teams/wire/front-door';
import { createGuard } from '../../../src/teams/wire/guard';
import { createKeyRing } from '../../../src/teams/wire/key-ring';
import { createRateLimits, type Limits } from '../../../src/teams/wire/rate-limit';
import { createActivities, startConnectorStub, TENANT } from '../../fakes/connector-stub';

export type Answer = { readonly status: number; readonly text: string; readonly json: unknown };

type Options = {
  readonly authentication?: Authentication;
  readonly credentials?: ReturnType<typeof testCredentials>;
  readonly handlers?: (application: Application) => void;
  readonly timeoutMs?: number;
  readonly limits?: Limits;
  /** What the rate limits and the keys go by. */
  readonly mono?: () => number;
  readonly trustedProxies?: number;
  readonly now?: () => number;
};

/** Tokens for outgoing requests that say whose they are, and ask nobody. */
export const testCredentials = (appId: string) => ({
  isValidAppId: (id: string) => Promise.resolve(id === appId),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: (id: string) =>
    Promise.resolve({
      signRequest: <R extends { headers: { set: (name: string, value: string) => void } }>(request: R) => {
        request.headers.set('authorization', `Bearer token-of-${id}`);
        return Promise.resolve(request);
      },
    }),
});

const jsonOf = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : undefined);

const SERVICE_URLS = ['http://127.0.0.1'];

const usual = {
  authentication: { kind: 'off' },
  timeoutMs: 1_000,
  limits: { person: [] },
  mono: () => performance.now(),
  trustedProxies: 0,
  now: Date.now,
} as const;

const credentialsIn = ({ authentication = usual.authentication, credentials }: Options) =>
  authentication.kind === 'off' ? {} : { credentials: credentials ?? testCredentials(authentication.appId) };

/** The wire as it stands in the program: express, guard, adapter and an Application, and Teams' side as a stub. */
export const startHouse = async (options: Options = {}) => {
  const { authentication, handlers, timeoutMs, limits, mono, trustedProxies, now } = { ...usual, ...options };
  const teams = await startConnectorStub();
  const serviceUrls = SERVICE_URLS;
  const logged: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const connector = createConnector({
    ...{ authentication, serviceUrls, now: Date.now, timeoutMs },
    ...credentialsIn(options),
  });
  const keys = createKeyRing(authentication, { mono, log: () => undefined });
  const adapter = createAdapter({
    authentication,
    connector,
    keys,
    log: (event, fields) => logged.push({ event, fields }),
    apology: (locale, correlation) => `Beklager (${locale ?? ''}) ${correlation}`,
  });
  const application = createApplication(adapter);
  let turns = 0;
  application.turn('beforeTurn', () => {
    turns += 1;
    return Promise.resolve(true);
  });
  handlers?.(application);
  const guard = createGuard({
    authentication,
    tenants: [TENANT],
    serviceUrls,
    now,
    keys,
  });
  const rates = createRateLimits({ authentication, limits, mono, tooFast: tooFastFor });
  const router = Router()
    .use(rates.byAddress)
    .use(frontDoor([guard, ...rates.byPerson], adapter, application));
  const server = boundedServer(webOf(router, { trustedProxies })).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/messages`;
  const postRaw = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, text, json: jsonOf(text) };
  };
  return {
    url,
    teams,
    connector,
    logged,
    turns: () => turns,
    from: createActivities(teams.url),
    postRaw,
    post: (activity: unknown, headers: Readonly<Record<string, string>> = {}) =>
      postRaw(JSON.stringify(activity), headers),
    close: async () => {
      await teams.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
};
export type House = Awaited<ReturnType<typeof startHouse>>;
