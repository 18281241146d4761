import { CosmosClient } from '@azure/cosmos';
import { openEmbedded } from './support';

/** A client whose account a suite may create databases in; the suite deletes what it created. */
export type Account = { readonly client: CosmosClient; readonly close: () => Promise<void> };

const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = process.env;

const openAccount = (url: string): Promise<Account> => {
  const client = new CosmosClient({ endpoint: url, key: key ?? '' });
  return Promise.resolve({
    client,
    close: () => {
      client.dispose();
      return Promise.resolve();
    },
  });
};

/** Where contract suites run: the embedded server always, a real account or Microsoft's emulator when the environment names one. */
export const ACCOUNTS: readonly (readonly [name: string, open: () => Promise<Account>])[] = [
  ['the embedded server', () => openEmbedded()],
  ...(endpoint === undefined ? [] : [['COSMOS_ENDPOINT', () => openAccount(endpoint)] as const]),
];
