import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TokenCredential } from '@azure/identity';
import { openBlobAnchors } from '../../src/storage/anchors/open-blob-anchors';
import { connect } from '../../src/storage/client';
import { managedIdentity, tokensOf } from '../../src/storage/identity';
import { keyVault } from '../../src/storage/sealing/key-vault';
import { identityStub, type IdentityStub, IDENTITY_TOKEN } from '../fakes/identity-stub';
import { keyVaultStub } from '../fakes/key-vault-stub';

/** What a program with a secret would be given; this one must not look at it. */
const SECRETS = {
  AZURE_TENANT_ID: '99999999-2222-4333-8444-555555555555',
  AZURE_CLIENT_ID: '99999999-1111-4333-8444-555555555555',
  AZURE_CLIENT_SECRET: 'kanari',
};
const SCOPE = 'https://api.botframework.com/.default';

let stub: IdentityStub;
const before = { ...process.env };
let number = 0;
/** The library keeps tokens by client id: each test has its own. */
const newClient = (): string => `00000000-0000-4000-8000-${String((number += 1)).padStart(12, '0')}`;

beforeAll(async () => {
  stub = await identityStub();
  Object.assign(process.env, stub.environment, SECRETS);
});
afterAll(async () => {
  process.env = before;
  await stub.close();
});
beforeEach(() => {
  stub.trouble(undefined);
  stub.lasting(3_600);
  stub.asked();
});
/** What was asked for as this client, and not by what an earlier test left waiting. */
const askedBy = (client: string) => stub.asked().filter(({ clientId }) => clientId === client);
const who = (clientId: string) => ({ clientId, header: stub.environment.IDENTITY_HEADER });

describe('managedIdentity', () => {
  it('T32 is the one it is told to be, whatever secrets lie in the environment', async () => {
    const clientId = newClient();

    const token = await managedIdentity(clientId).getToken(SCOPE);

    expect(token?.token).toBe(IDENTITY_TOKEN);
    expect(askedBy(clientId)).toEqual([{ ...who(clientId), resource: 'https://api.botframework.com' }]);
  });

  it('gives up when the platform never answers', async () => {
    stub.trouble('hang');

    await expect(managedIdentity(newClient(), 100).getToken(SCOPE)).rejects.toThrow('in time');
  });

  it('shows who it is to the database: a token for that account', async () => {
    const clientId = newClient();
    const client = connect({ endpoint: 'https://127.0.0.1:443/', aadCredentials: managedIdentity(clientId) });

    await expect(
      client
        .database('d')
        .container('c')
        .item('i', 'p')
        .read({ abortSignal: AbortSignal.timeout(1_000) }),
    ).rejects.toBeDefined();
    client.dispose();

    expect(askedBy(clientId)[0]).toEqual({ ...who(clientId), resource: 'https://127.0.0.1' });
  });

  it('shows who it is to the vault, to wrap and to unwrap', async () => {
    const clientId = newClient();
    const vault = await keyVaultStub();
    const { keyUrl, options } = vault;
    const within = AbortSignal.timeout(5_000);
    const key = Buffer.from('0123456789abcdef');
    const wrapping = keyVault({
      ...{ keyUrl, credential: managedIdentity(clientId), now: Date.now },
      ...(options === undefined ? {} : { options }),
    });

    const opened = await wrapping.unwrap(await wrapping.wrap(key, within), within);
    await vault.close();

    expect(Buffer.from(opened ?? []).equals(key)).toBe(true);
    expect(vault.requests()).toEqual(expect.arrayContaining(['wrapkey', 'unwrapkey']));
    expect(askedBy(clientId)).toEqual([{ ...who(clientId), resource: 'https://vault.azure.net' }]);
  });

  it('shows who it is to the storage of the anchors', async () => {
    const clientId = newClient();
    const anchors = openBlobAnchors('https://127.0.0.1:1/anchors', managedIdentity(clientId));

    await expect(anchors.last(AbortSignal.timeout(1_000))).rejects.toBeDefined();

    expect(askedBy(clientId)).toEqual([{ ...who(clientId), resource: 'https://storage.azure.com' }]);
  });
});

describe('the program', () => {
  it('T32 makes one credential, in one place, and it is a managed identity', () => {
    const made = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .flatMap(name => {
        const text = readFileSync(join('src', name), 'utf8');
        const found = text.matchAll(
          /new (\w*(?:Credential|CredentialFactory|TokenProviderFactory|SharedKey\w*))\(/g,
        );
        return [...found].map(([, made = '']) => `${name}: ${made}`);
      });

    expect(made.sort()).toEqual([
      'storage/identity.ts: ManagedIdentityCredential',
      // Without an id or a password: where nobody asks for tokens.
      'teams/wire/credentials.ts: PasswordServiceClientCredentialFactory',
    ]);
  });
});

describe('tokensOf', () => {
  it('keeps a token while it lasts', async () => {
    const tokenFor = tokensOf(managedIdentity(newClient()), Date.now);

    const tokens = [await tokenFor(SCOPE), await tokenFor(SCOPE), await tokenFor(SCOPE)];

    expect(tokens).toEqual([IDENTITY_TOKEN, IDENTITY_TOKEN, IDENTITY_TOKEN]);
    expect(stub.asked()).toHaveLength(1);
  });

  it('asks again shortly before the end of one', async () => {
    const tokenFor = tokensOf(managedIdentity(newClient()), Date.now);
    stub.lasting(240);

    await tokenFor(SCOPE);
    await tokenFor(SCOPE);
    const until = Date.now() + 3_000;
    let asked = 0;
    while (asked < 2 && Date.now() < until) {
      asked += stub.asked().length;
      await new Promise(resolve => setImmediate(resolve));
    }

    expect(asked).toBe(2);
  });

  const given = (answers: readonly (number | Error | null)[]) => {
    const left = [...answers];
    const credential: TokenCredential = {
      getToken: () => {
        const answer = left.shift();
        if (answer instanceof Error || answer === undefined)
          return Promise.reject(answer ?? new Error('none'));
        return Promise.resolve(
          answer === null ? null : { token: `until-${answer.toString()}`, expiresOnTimestamp: answer },
        );
      },
    };
    const clock = { ms: 0 };
    return { tokenFor: tokensOf(credential, () => clock.ms), clock };
  };

  it('uses the one it has to its end while no other is to be had, and not longer', async () => {
    const { tokenFor, clock } = given([1_000_000, new Error('outage'), new Error('outage')]);
    await tokenFor(SCOPE);

    clock.ms = 999_999;
    const last = await tokenFor(SCOPE);
    clock.ms = 1_000_000;

    expect(last).toBe('until-1000000');
    await expect(tokenFor(SCOPE)).rejects.toThrow('outage');
  });

  it('waits for none while the one it has is still good, and renews it beside that, once at a time', async () => {
    let give: (token: { token: string; expiresOnTimestamp: number }) => void = () => undefined;
    let asked = 0;
    const clock = { ms: 0 };
    const credential: TokenCredential = {
      getToken: () => {
        asked += 1;
        return new Promise(resolve => (give = resolve));
      },
    };
    const tokenFor = tokensOf(credential, () => clock.ms);
    const first = tokenFor(SCOPE);
    give({ token: 'old', expiresOnTimestamp: 3_600_000 });
    await first;

    clock.ms = 3_600_000 - 4 * 60_000;
    const meanwhile = [await tokenFor(SCOPE), await tokenFor(SCOPE)];
    give({ token: 'new', expiresOnTimestamp: 7_200_000 });
    await new Promise(resolve => setImmediate(resolve));

    expect(meanwhile).toEqual(['old', 'old']);
    expect([await tokenFor(SCOPE), asked]).toEqual(['new', 2]);
  });

  it('asks again when it could not renew one beside its use', async () => {
    const { tokenFor, clock } = given([1_000_000, new Error('outage'), 2_000_000]);
    await tokenFor(SCOPE);
    clock.ms = 800_000;

    const tokens = [];
    for (let n = 0; n < 3; n += 1) {
      tokens.push(await tokenFor(SCOPE));
      await new Promise(resolve => setImmediate(resolve));
    }

    expect(tokens).toEqual(['until-1000000', 'until-1000000', 'until-2000000']);
  });

  it('keeps the tokens of two scopes apart', async () => {
    const { tokenFor } = given([1_000_000, 2_000_000]);

    expect([await tokenFor('a'), await tokenFor('b'), await tokenFor('a')]).toEqual([
      'until-1000000',
      'until-2000000',
      'until-1000000',
    ]);
  });

  it('fails where none is given', async () => {
    await expect(given([null]).tokenFor(SCOPE)).rejects.toThrow('no token');
  });
});
