import { type Surroundings } from '../surroundings';
import { connect } from '../storage/client';
import { type EmbeddedCosmosOptions, startEmbeddedCosmos } from './cosmos/server';
import { createDatabase } from './database';
import { type Front } from './front';
import { type LocalOptions } from './options';

type OpenDatabase = { readonly client: ReturnType<typeof connect>; readonly close: () => Promise<void> };

/** What a world stands on: whom it listens to, where it may send, and the database it reaches. */
export type Ground = Pick<Surroundings, 'authentication' | 'serviceUrls' | 'credentials' | 'limits'> & {
  /** With every container in it. */
  readonly openDatabase: (own: EmbeddedCosmosOptions) => Promise<OpenDatabase>;
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

const embedded = async (own: EmbeddedCosmosOptions): Promise<OpenDatabase> => {
  const { endpoint, key, close } = await startEmbeddedCosmos(own);
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
const deploy = async ({ file, now }: EmbeddedCosmosOptions): Promise<void> => {
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
    const { endpoint, close } = await startEmbeddedCosmos({ ...own, identities: { tls, directory } });
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
