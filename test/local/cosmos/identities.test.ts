import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { createLocalJWKSet, SignJWT, UnsecuredJWT } from 'jose';
import { type DataRole } from '../../../src/local/cosmos/admission';
import { type EmbeddedCosmos, startEmbeddedCosmos } from '../../../src/local/cosmos/server';
import { type Certificates, makeCertificates } from '../../authenticated/certificates';
import { tenantOf } from '../../authenticated/tenant';
import { type SigningPair, signingPair } from '../../teams/wire/channel-keys';
import { openEmbedded, NOTES, refusalOf } from './support';

const ROLES = new Map<string, DataRole>([
  ['writer', 'contributor'],
  ['reader', 'reader'],
]);
const HOUR = 3_600;

type Claims = Readonly<Record<string, unknown>>;

const seconds = (): number => Math.floor(Date.now() / 1_000);

/** No identity makes containers: they are there before the account asks for one. */
const deploy = async (file: string): Promise<void> => {
  const { client, close } = await openEmbedded({ file });
  const { database } = await client.databases.create({ id: 'test' });
  await database.containers.create(structuredClone(NOTES));
  await close();
};

describe('an account that asks for identities', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identities-'));
  const open: CosmosClient[] = [];
  let certificates: Certificates;
  let pair: SigningPair;
  let forger: SigningPair;
  let server: EmbeddedCosmos;

  const reach = (rest: Omit<CosmosClientOptions, 'endpoint'>): CosmosClient => {
    const agent = new Agent({ ca: certificates.authority });
    const client = new CosmosClient({ endpoint: server.endpoint, agent, ...rest });
    open.push(client);
    return client;
  };
  const notes = (client: CosmosClient) => client.database('test').container('notes');
  const identity = (objectId: string) => reach({ aadCredentials: tenantOf(pair).identity(objectId) });
  const as = (objectId: string) => notes(identity(objectId));

  const claimed = (claims: Claims) => ({
    iss: tenantOf(pair).issuer,
    aud: server.endpoint.replace(/\/$/, ''),
    exp: seconds() + HOUR,
    oid: 'writer',
    ...claims,
  });
  const signed = (claims: Claims = {}, by = pair): Promise<string> =>
    new SignJWT(claimed(claims)).setProtectedHeader({ alg: 'RS256', kid: 'tenant-1' }).sign(by.privateKey);
  /** What a read with this token is answered with. */
  const answerTo = async (token: string): Promise<number> => {
    const getToken = () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + HOUR * 1_000 });
    const read = notes(reach({ aadCredentials: { getToken } }))
      .item('n', 'a')
      .read();
    return read.then(
      ({ statusCode }) => statusCode,
      (fault: unknown) =>
        fault instanceof Error && 'code' in fault && typeof fault.code === 'number' ? fault.code : 0,
    );
  };

  beforeAll(async () => {
    certificates = await makeCertificates();
    pair = await signingPair('tenant-1');
    forger = await signingPair('tenant-1');
    const { issuer } = tenantOf(pair);
    const keys = createLocalJWKSet({ keys: [pair.jwk] });
    const directory = { issuer, keys, roleOf: (id: string) => ROLES.get(id), now: Date.now };
    const file = join(folder, 'cosmos.sqlite');
    await deploy(file);
    const identities = { tls: certificates.server, directory };
    server = await startEmbeddedCosmos({ file, now: Date.now, identities });
    await as('writer').items.create({ id: 'n', pk: 'a' });
  });

  afterAll(async () => {
    for (const client of open) client.dispose();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lets a contributor read and write', async () => {
    const item = as('writer').item('n', 'a');

    const { statusCode } = await item.patch([{ op: 'add', path: '/rank', value: 1 }]);
    const { resource } = await item.read<{ rank: number }>();

    expect([statusCode, resource?.rank]).toEqual([200, 1]);
  });

  it('lets a reader read and query, and nothing else', async () => {
    const reader = as('reader');

    const { statusCode } = await reader.item('n', 'a').read();
    const refused = [
      await refusalOf(reader.items.create({ id: 'm', pk: 'a' })),
      await refusalOf(reader.items.upsert({ id: 'n', pk: 'a' })),
      await refusalOf(reader.item('n', 'a').replace({ id: 'n', pk: 'a' })),
      await refusalOf(reader.item('n', 'a').patch([{ op: 'add', path: '/rank', value: 2 }])),
      await refusalOf(reader.item('n', 'a').delete()),
    ].map(({ code }) => code);
    // The SDK keeps the code of a batch to itself.
    await refusalOf(reader.items.batch([{ operationType: 'Create', resourceBody: { id: 'm' } }], 'a'));
    const { resources } = await reader.items.query<unknown>('SELECT * FROM c').fetchAll();

    expect([statusCode, resources.length]).toEqual([200, 1]);
    expect(refused).toEqual([403, 403, 403, 403, 403]);
  });

  it('refuses an identity without a role, and says who it was', async () => {
    const { code, message } = await refusalOf(as('nobody').item('n', 'a').read());

    expect(code).toBe(403);
    expect(message).toContain('principal [nobody] does not have required RBAC permissions');
  });

  it('lets no role make or unmake databases and containers', async () => {
    const writer = identity('writer');

    const refused = [
      await refusalOf(writer.databases.create({ id: 'other' })),
      await refusalOf(writer.database('test').containers.create({ ...structuredClone(NOTES), id: 'other' })),
      await refusalOf(writer.database('test').container('notes').delete()),
      await refusalOf(writer.database('test').delete()),
    ].map(({ code }) => code);

    expect(refused).toEqual([403, 403, 403, 403]);
  });

  it('takes no key any more, its own included', async () => {
    const { code } = await refusalOf(
      notes(reach({ key: server.key }))
        .item('n', 'a')
        .read(),
    );

    expect(code).toBe(401);
  });

  it('takes a token for every account', async () => {
    expect(await answerTo(await signed({ aud: 'https://cosmos.azure.com' }))).toBe(200);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['has expired', () => signed({ exp: seconds() - 1 })],
    ['never expires', () => signed({ exp: undefined })],
    ['is not valid yet', () => signed({ nbf: seconds() + HOUR })],
    ['is for another account', () => signed({ aud: 'https://127.0.0.1:1' })],
    ['is for Teams', () => signed({ aud: 'https://api.botframework.com' })],
    ['is from another tenant', () => signed({ iss: 'https://sts.windows.net/another/' })],
    ['names nobody', () => signed({ oid: undefined })],
    ['is signed by somebody else', () => signed({}, forger)],
    ['is not signed', () => new UnsecuredJWT(claimed({})).encode()],
    ['is no token', () => 'token'],
  ])('answers 401 to a token that %s', async (_what, make) => {
    expect(await answerTo(await make())).toBe(401);
  });
});
