import { type CosmosClient } from '@azure/cosmos';
import { type TokenCredential } from '@azure/identity';
import { during } from '../doing';
import { type Anchors } from '../use-cases/ports/anchors';
import { openBlobAnchors } from './anchors/open-blob-anchors';
import { connect, type Place } from './client';
import { CONTAINERS } from './containers';
import { shelfOf } from './database/shelf';
import { NO_TOKEN, storageFault } from './faults';
import { keyVault } from './sealing/key-vault';
import { type Rewrapping } from './sealing/rewrap';
import { type Secrets } from './sealing/secrets';
import { vaultSecrets } from './sealing/vault-secrets';

type Settings = {
  readonly cosmosEndpoint: string;
  readonly database: string;
  readonly keysEndpoint: string;
  readonly keysDatabase: string;
  readonly keyUrl: string;
  readonly anchorsUrl: string;
};

/** Who asks, and when. */
type Asker = { readonly credential: TokenCredential; readonly now: () => number };

/** What production stands on. Close it with `dispose`. */
export type Accounts = Place & {
  readonly keys: Place;
  readonly secrets: Secrets;
  readonly rewrapping: Rewrapping;
  readonly anchors: Anchors;
  readonly dispose: () => void;
};

const START_MS = 30_000;

/** Asked for apart, so that a start without an identity does not look like one without a database. */
const anyToken = async (credential: TokenCredential): Promise<void> => {
  const token = await credential.getToken('https://vault.azure.net/.default').catch(() => null);
  if (token === null) throw storageFault('getting a token', NO_TOKEN);
};

/** The accounts of the settings, all reached with the one credential. Throws when the keys cannot be opened. */
export const openAccounts = async (settings: Settings, { credential, now }: Asker): Promise<Accounts> => {
  const reach = (endpoint: string): CosmosClient => connect({ endpoint, aadCredentials: credential });
  const { cosmosEndpoint, keysEndpoint, database, keyUrl, anchorsUrl } = settings;
  const client = reach(cosmosEndpoint);
  const keysClient = keysEndpoint === cosmosEndpoint ? client : reach(keysEndpoint);
  const keys = { client: keysClient, database: settings.keysDatabase };
  const shelf = shelfOf(keysClient.database(keys.database).container(CONTAINERS.keys.id));
  const program = keyVault({ keyUrl, credential, now });
  await anyToken(credential);
  const secrets = await during('opening the keys', () =>
    vaultSecrets({ wrapping: program, shelf }, AbortSignal.timeout(START_MS)),
  );
  return {
    ...{ client, database, keys, secrets },
    rewrapping: { shelf, program, cases: secrets },
    anchors: openBlobAnchors(anchorsUrl, credential),
    dispose: () => {
      client.dispose();
      keysClient.dispose();
    },
  };
};
