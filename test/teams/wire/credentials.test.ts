import { performance } from 'node:perf_hooks';
import { managedIdentity, tokensOf } from '../../../src/storage/identity';
import { createConnector } from '../../../src/teams/wire/connector';
import { identityCredentials } from '../../../src/teams/wire/credentials';
import { createTransport, type Transport } from '../../../src/teams/wire/transport';
import { BOT, type ConnectorStub, startConnectorStub, teamsUser, TENANT } from '../../fakes/connector-stub';
import { IDENTITY_TOKEN, identityStub, type IdentityStub } from '../../fakes/identity-stub';

const APP = '11111111-2222-4333-8444-555555555555';
const SECRETS = {
  MicrosoftAppPassword: 'kanari',
  AZURE_CLIENT_ID: APP,
  AZURE_CLIENT_SECRET: 'kanari',
  AZURE_TENANT_ID: APP,
};
const TIMEOUT_MS = 800;
const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Du har en ny oppgave' };

let identity: IdentityStub;
let teams: ConnectorStub;
const before = { ...process.env };
let number = 0;

beforeAll(async () => {
  identity = await identityStub();
  Object.assign(process.env, identity.environment, SECRETS);
});
afterAll(async () => {
  process.env = before;
  await identity.close();
});
beforeEach(async () => {
  identity.trouble(undefined);
  identity.asked();
  teams = await startConnectorStub();
});
afterEach(() => teams.close());

/** Each its own bot: the library keeps tokens by client id. */
const bot = (timeoutMs?: number): { readonly appId: string; readonly transport: Transport } => {
  const appId = `00000000-0000-4000-9000-${String((number += 1)).padStart(12, '0')}`;
  const authentication = { kind: 'channel', appId, metadataUrl: 'https://example.org/' } as const;
  const credentials = identityCredentials({ appId, tokenFor: tokensOf(managedIdentity(appId), Date.now) });
  const serviceUrls = ['http://127.0.0.1'];
  const settings = { authentication, credentials, serviceUrls, now: Date.now };
  return {
    appId,
    transport: createTransport(
      createConnector({ ...settings, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
    ),
  };
};
const reference = () => ({
  ...{ serviceUrl: teams.url, tenantId: TENANT, botId: BOT.id },
  ...{ conversationId: 'a:chat-1', userId: teamsUser(1).id },
});

describe('identityCredentials', () => {
  it('signs what the bot sends with the token of its managed identity, asked for once', async () => {
    const { appId, transport } = bot();

    await transport.sendCard(reference(), message);
    await transport.sendCard(reference(), message);

    expect(teams.sent.map(({ authorization }) => authorization)).toEqual(
      Array.from({ length: 2 }, () => `Bearer ${IDENTITY_TOKEN}`),
    );
    expect(identity.asked()).toEqual([
      {
        clientId: appId,
        header: identity.environment.IDENTITY_HEADER,
        resource: 'https://api.botframework.com',
      },
    ]);
  });

  it.each([500, 400, 'hang'] as const)(
    'sends nothing, in its time, while the platform gives no token (%s), and goes on when it does',
    async trouble => {
      const { transport } = bot(TIMEOUT_MS);
      identity.trouble(trouble);
      const began = performance.now();

      const meanwhile = await transport.sendCard(reference(), message);
      const took = performance.now() - began;
      identity.trouble(undefined);
      const after = await transport.sendCard(reference(), message);

      expect(meanwhile).toEqual({ ok: false, error: { kind: 'unavailable' } });
      expect(took).toBeLessThan(TIMEOUT_MS + 1_000);
      expect(after).toEqual({ ok: true, value: { activityId: 'sent-1' } });
      expect(teams.sent).toHaveLength(1);
    },
  );

  it('is for this bot and no other', async () => {
    const credentials = identityCredentials({ appId: APP, tokenFor: () => Promise.resolve('token') });

    expect([await credentials.isValidAppId(APP), await credentials.isValidAppId('other')]).toEqual([
      true,
      false,
    ]);
    expect(await credentials.isAuthenticationDisabled()).toBe(false);
  });
});

describe('createConnector', () => {
  it('sends nothing to where tokens are asked for when it was given no identity', async () => {
    const authentication = { kind: 'channel', appId: APP, metadataUrl: 'https://example.org/' } as const;
    const connector = createConnector({ authentication, serviceUrls: ['http://127.0.0.1'], now: Date.now });

    const sent = await createTransport(connector).sendCard(reference(), message);

    expect(sent).toEqual({ ok: false, error: { kind: 'unavailable' } });
    expect(teams.sent).toEqual([]);
  });
});
