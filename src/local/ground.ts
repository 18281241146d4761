import { createRequire } from 'node:module';
import { type Surroundings } from '../surroundings';
import { connect } from '../storage/client';
import type * as Cosmos from './cosmos/server';
import { createDatabase } from './database';
import { type Front } from './front';
import { type LocalOptions } from './options';

/** The embedded database is not loaded where another process keeps one, as none is in production. */
const load: (file: './cosmos/server') => typeof Cosmos = createRequire(__filename);

type OpenDatabase = { readonly client: ReturnType<typeof connect>; readonly close: () => Promise<void> };

/** What a world stands on: whom it listens to, where it may send, and the database it reaches. */
export type Ground = Pick<Surroundings, 'authentication' | 'serviceUrls' | 'credentials' | 'limits'> & {
  /** With every container in it. */
  readonly openDatabase: (own: Cosmos.EmbeddedCosmosOptions) => Promise<OpenDatabase>;
};

const withKey = async (
  account: { readonly endpoint: string; readonly key: string },
  stop: () => Promise<void>,
): Promise<OpenDatabase> => {
  const client = connect(account);
  await createDatabase(client);
  const close = async (): Promise<void> => {
    client.dispose();
    await stop();
  };
  return { client, close };
};

const embedded = async (own: Cosmos.EmbeddedCosmosOptions): Promise<OpenDatabase> => {
  const { endpoint, key, close } = await load('./cosmos/server').startEmbeddedCosmos(own);
  return withKey({ endpoint, key }, close);
};

/** In this process; or in another, which told the key it was given. */
export const loopbackGround = ({ database }: LocalOptions): Ground => ({
  authentication: { kind: 'off' },
  serviceUrls: ['http://127.0.0.1'],
  openDatabase: own =>
    database === undefined
      ? embedded(own)
      : withKey({ endpoint: database, key: process.env['DATABASE_KEY'] ?? '' }, () => Promise.resolve()),
});

/** No role makes containers: as in production they are there before the program comes. */
const deploy = async ({ file, now }: Cosmos.EmbeddedCosmosOptions): Promise<void> => {
  const { close } = await embedded({ file, now });
  await close();
};

/** Tokens everywhere, and one address to send to. */
export const guardedGround = (
  { authentication, credentials, limits, tls, directory, identity }: Front,
  serviceUrl: string,
): Ground => ({
  ...{ authentication, credentials, serviceUrls: [serviceUrl] },
  ...(limits === undefined ? {} : { limits }),
  openDatabase: async own => {
    await deploy(own);
    const { endpoint, close } = await load('./cosmos/server').startEmbeddedCosmos({
      ...own,
      identities: { tls, directory },
    });
    const client = connect({ endpoint, aadCredentials: identity });
    return {
      client,
      close: async () => {
        client.dispose();
        await close();
      },
    };
  },
});
