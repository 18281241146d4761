import { type CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential, type TokenCredential } from '@azure/identity';
import { connect, type Place } from './client';
import { CONTAINERS } from './containers';
import { type Shelf, shelfOf } from './database/shelf';
import { keyVault } from './sealing/key-vault';
import { localSecrets } from './sealing/local-key-file';
import { type Rewrapping } from './sealing/rewrap';
import { type Secrets, type Wrapping } from './sealing/secrets';
import { vaultSecrets } from './sealing/vault-secrets';

/** Where the key is that wraps the others. */
type KeyEncryption =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'vault'; readonly keyUrl: string };
type Settings = {
  readonly cosmosEndpoint: string;
  readonly database: string;
  readonly keysEndpoint: string;
  readonly keysDatabase: string;
  readonly keyEncryption: KeyEncryption;
};

/** What production stands on. Close it with `dispose`. */
export type Accounts = Place & {
  readonly keys: Place;
  readonly secrets: Secrets;
  readonly rewrapping: Rewrapping;
  readonly dispose: () => void;
};

const START_MS = 30_000;

type Opened = { readonly secrets: Secrets; readonly program: Wrapping };

const openSecrets = async (
  keyEncryption: KeyEncryption,
  { credential, shelf, now }: { credential: TokenCredential; shelf: Shelf; now: () => number },
): Promise<Opened> => {
  if (keyEncryption.kind === 'file') {
    const secrets = localSecrets(keyEncryption.path);
    return { secrets, program: secrets };
  }
  const program = keyVault({ keyUrl: keyEncryption.keyUrl, credential, now });
  const within = AbortSignal.timeout(START_MS);
  return { secrets: await vaultSecrets({ wrapping: program, shelf }, within), program };
};

/** The accounts of the settings, reached with the managed identity. Throws when the keys cannot be opened. */
export const openAccounts = async (settings: Settings, now: () => number): Promise<Accounts> => {
  const credential = new DefaultAzureCredential();
  const reach = (endpoint: string): CosmosClient => connect({ endpoint, aadCredentials: credential });
  const { cosmosEndpoint, keysEndpoint, database, keyEncryption } = settings;
  const client = reach(cosmosEndpoint);
  const keysClient = keysEndpoint === cosmosEndpoint ? client : reach(keysEndpoint);
  const keys = { client: keysClient, database: settings.keysDatabase };
  const shelf = shelfOf(keysClient.database(keys.database).container(CONTAINERS.keys.id));
  const { secrets, program } = await openSecrets(keyEncryption, { credential, shelf, now });
  return {
    ...{ client, database, keys, secrets },
    rewrapping: { shelf, program, cases: secrets },
    dispose: () => {
      client.dispose();
      keysClient.dispose();
    },
  };
};
